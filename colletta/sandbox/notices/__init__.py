"""Telling the platform that something happened, sometimes badly on purpose."""
