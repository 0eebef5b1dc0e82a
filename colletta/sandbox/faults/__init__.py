"""Everything that goes wrong with a company like this one, on request."""
