"""What can be done here, one file each."""
