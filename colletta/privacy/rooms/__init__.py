"""What each room holds about people, one file a room."""
