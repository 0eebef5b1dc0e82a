"""One file a page of the desk."""
