"""What money is where, with the reason for each movement."""
