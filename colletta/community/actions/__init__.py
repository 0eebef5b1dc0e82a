"""What people can do around a campaign."""
