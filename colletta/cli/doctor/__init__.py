"""Judges an installation before it serves."""
