"""Tags of the pages where people look after their own sign-in."""

import re
from typing import Any

from django import template
from django.forms import BaseForm
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

register = template.Library()

# The first that is found counts: many programs name older ones as well.
PROGRAMS = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
NAMES = {"Edg": "Edge", "OPR": "Opera"}
MACHINES = ("Android", "iPhone", "iPad", "Windows", "Mac", "Linux")
LABELS: dict[str, Any] = {
    "email": gettext_lazy("E-mail address"),
    "login": gettext_lazy("E-mail address"),
    "password": gettext_lazy("Password"),
    "oldpassword": gettext_lazy("Your current password"),
    "password2": gettext_lazy("The new password again"),
    "code": gettext_lazy("Code"),
    "passwordless": gettext_lazy("Let me sign in with it alone"),
}
HINTS: dict[str, Any] = {
    "password": "",
    "oldpassword": "",
    "password1": gettext_lazy("Ten characters at least. A short sentence is easy to remember."),
    "passwordless": gettext_lazy("Without address and password: your device asks for its PIN."),
}
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


@register.simple_tag
def in_our_words(form: BaseForm) -> str:
    """allauth's fields with our labels and hints; to be called before the form is drawn."""
    for name, field in form.fields.items():
        if name in LABELS:
            field.label = LABELS[name]
        elif field.label is None:  # of a passkey, the only field that allauth leaves unnamed
            field.label = gettext_lazy("Name of this passkey")
        if name in HINTS:
            field.help_text = HINTS[name]
    return ""
