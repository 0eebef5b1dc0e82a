"""How fast it is, against how fast it could be."""
