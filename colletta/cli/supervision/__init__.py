"""Keeps server and worker running, and stops them in order."""
