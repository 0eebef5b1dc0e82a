"""What can be done with pictures, one file each."""
