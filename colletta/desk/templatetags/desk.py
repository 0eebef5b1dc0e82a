"""Tags of the desk's pages."""

from django import template

from colletta.people.desk import has_role
from colletta.people.models import Person

register = template.Library()


@register.filter
def works_as(person: Person, roles: str) -> bool:
    """Whether the person has one of these roles: `visitor|works_as:"operator treasurer"`.

    It decides what is linked, never what opens: that is `desk_page`'s.
    """
    return has_role(person, *roles.split())
