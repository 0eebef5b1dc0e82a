"""Hearing of a campaign: beginning to, choosing of what, stopping."""
