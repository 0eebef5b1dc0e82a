"""Who takes part: persons, organisations."""
