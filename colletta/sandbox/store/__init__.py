"""What happened, in order, for ever: the append-only record behind everything."""
