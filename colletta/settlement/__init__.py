"""What a deadline decides for a campaign."""
