"""What the page of a campaign says, in words."""
