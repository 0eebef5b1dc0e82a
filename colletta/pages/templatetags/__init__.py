"""What the templates of the pages ask for."""
