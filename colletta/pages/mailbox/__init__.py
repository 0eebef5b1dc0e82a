"""Choosing which letters come to a mailbox."""
