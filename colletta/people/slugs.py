"""Addresses made from names."""

from django.utils.text import slugify

from colletta.people.models import Organisation

# Addresses under organisations/ that are pages of the house.
RESERVED = frozenset({"new", "invitations"})


def free_slug(name: str) -> str:
    """An address from a name: ASCII, with a number behind it where another has it already."""
    start = slugify(name)[:100].strip("-_") or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    number = 1
    slug = start
    while slug in taken | RESERVED:
        number += 1
        slug = f"{start}-{number}"
    return slug
