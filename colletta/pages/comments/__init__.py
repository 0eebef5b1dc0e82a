"""What people say under a campaign: reading it, saying something, taking it back, hiding it."""
