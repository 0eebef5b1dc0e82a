"""Money that a partner adds to the gifts of a campaign."""
