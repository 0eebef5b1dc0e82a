"""A payment company to try things out with, in a process of its own."""
