"""News of a campaign: writing it, and its own page."""
