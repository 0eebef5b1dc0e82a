"""Organisations on the screen of who is in their team."""
