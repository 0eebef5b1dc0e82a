"""Percentages as people read them."""

from colletta.ui.templatetags.ui import page_language


def percent(value: int) -> str:
    """A percentage as the page's language writes it: "50 %" in Italian, "50%" in English."""
    return f"{value}\N{NO-BREAK SPACE}%" if page_language() == "it" else f"{value}%"
