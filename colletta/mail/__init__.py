"""The outbox that every room writes its letters into."""
