"""Buttons that lead to other sites, for the pages where people come in."""

from typing import Any

from django import template
from django.template import Context

from colletta.people.openid.providers import all_providers

register = template.Library()


@register.inclusion_tag("people/openid/buttons.html", takes_context=True)
def openid_buttons(context: Context) -> dict[str, Any]:
    """One button for each configured site; nothing at all without any."""
    request = context.get("request")
    onward = request.GET.get("next", "") if request is not None else ""
    return {
        "providers": all_providers(),
        "csrf_token": context.get("csrf_token"),
        "onward": onward,
    }
