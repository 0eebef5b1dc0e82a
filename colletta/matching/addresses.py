"""Addresses of calls."""

from django.utils.text import slugify

from colletta.matching.models import Call

# Addresses under calls/ that are pages of the house.
RESERVED = frozenset({"new", "boards"})


def free_slug(title: str) -> str:
    """An address from a title: ASCII, with a number behind it where another call has it."""
    start = slugify(title)[:70].strip("-_") or "call"
    taken = set(Call.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    number, slug = 1, start
    while slug in taken | RESERVED:
        number += 1
        slug = f"{start}-{number}"
    return slug
