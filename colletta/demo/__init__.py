"""The demonstration site: invented campaigns that show what a real one looks like."""
