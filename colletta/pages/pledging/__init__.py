"""What the pages around a pledge show."""
