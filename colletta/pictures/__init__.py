"""Uploaded pictures, re-encoded in sizes."""
