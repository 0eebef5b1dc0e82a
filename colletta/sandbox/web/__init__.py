"""HTTP on this machine alone."""
