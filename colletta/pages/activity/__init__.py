"""What happened to a campaign, in words: on its page, and as a feed."""
