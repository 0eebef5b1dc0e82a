"""Pages that are one visitor's own; rooms below this one take the same from the design system."""

from colletta.ui.private import private_page

__all__ = ["private_page"]
