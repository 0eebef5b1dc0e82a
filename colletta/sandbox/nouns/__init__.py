"""What the company knows about: each noun as it stands after everything that happened to it."""
