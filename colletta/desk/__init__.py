"""Where operators see what waits for somebody."""
