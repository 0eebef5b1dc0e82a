"""A name as people may give one."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def clean_name(typed: str) -> str:
    """The name in one line, composed. Raises ValidationError for what no page can show."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if any(unicodedata.category(one) in {"Cc", "Cs", "Co", "Cn"} for one in name):
        raise ValidationError(_("A name is made of letters."), code="unreadable")
    if not any(one.isalnum() for one in name):
        raise ValidationError(_("Write your name."), code="empty")
    without_address(name)
    return name


def without_address(name: str) -> None:
    """Raises ValidationError for a name with a link: it stands in mails sent to strangers."""
    if "://" in name or "www." in name.lower():
        raise ValidationError(_("Write it without an internet address."), code="address")
