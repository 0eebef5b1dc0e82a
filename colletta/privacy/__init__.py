"""What the site holds about somebody, given to them or erased when they ask."""
