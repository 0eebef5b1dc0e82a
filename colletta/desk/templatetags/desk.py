"""What templates of the desk ask about its reader."""

from django import template
from django.template import Context

from colletta.people.desk import roles_of

register = template.Library()


@register.simple_tag(takes_context=True)
def roles_at_the_desk(context: Context) -> set[str]:
    """The roles of who reads the page, so that it leads nowhere they may not go."""
    return roles_of(context["request"].user)
