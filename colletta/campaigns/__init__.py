"""What is being funded, by one owner, between two instants."""
