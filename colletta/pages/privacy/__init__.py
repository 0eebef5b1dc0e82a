"""What is held about the visitor: told, given, erased."""
