"""What people say around a campaign."""
