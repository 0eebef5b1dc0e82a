"""A campaign as a folder of files."""
