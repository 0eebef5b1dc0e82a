"""What templates ask of the design system."""
