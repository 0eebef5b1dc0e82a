"""The design system that every page is built from."""
