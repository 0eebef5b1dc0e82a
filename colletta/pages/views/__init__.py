"""One file for each resource that a visitor can ask for."""
