"""What happened, who reacts to it after commit."""
