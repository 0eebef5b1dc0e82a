"""Tags of the pages where people look after their own sign-in."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()

# The first that is found counts: many programs name older ones as well.
PROGRAMS = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
NAMES = {"Edg": "Edge", "OPR": "Opera"}
MACHINES = ("Android", "iPhone", "iPad", "Windows", "Mac", "Linux")
DECLARATION = re.compile(r"^<\?xml[^>]*\?>\s*")


@register.filter
def program(user_agent: str) -> str:
    """The browser and the machine that a session names: "Firefox, Linux"."""
    found = next((one for one in PROGRAMS if f"{one}/" in user_agent), "")
    machine = next((one for one in MACHINES if one in user_agent), "")
    known = [part for part in (NAMES.get(found, found), machine) if part]
    return ", ".join(known) or _("Another program")


@register.simple_tag
def square(drawing: str) -> SafeString:
    """The square for a camera, drawn by the server: no address to load, nothing inline to run."""
    return mark_safe(DECLARATION.sub("", drawing))  # noqa: S308 - drawn by the library, no input
