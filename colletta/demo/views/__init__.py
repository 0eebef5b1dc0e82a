"""What a newcomer to the demonstration sees."""
