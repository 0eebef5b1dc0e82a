"""What can be done with folders, one file each."""
