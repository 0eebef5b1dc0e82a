"""What each room holds, in words for whoever it is about."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, object] = MappingProxyType({
    "pledges": _("what you gave or promised, what you asked to get back"),
    "talk": _("your comments, your messages with the answers, what you follow, updates you wrote"),
    "cases": _("what you reported, what was decided about your words, when you objected"),
    "mail": _("letters to you that still have their words, and which ones you want"),
    "campaigns": _("campaigns that you own by yourself"),
    "people": _("your profile, your addresses, your ways to sign in, your places in teams"),
    "elsewhere": _("when you asked for this"),
})
