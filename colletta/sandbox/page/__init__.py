"""The hosted page: where the person, or whoever plays them, decides what happens."""
