"""What can be done to money here, one file for each thing."""
