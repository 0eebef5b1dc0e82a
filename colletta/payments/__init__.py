"""How money really moves."""
