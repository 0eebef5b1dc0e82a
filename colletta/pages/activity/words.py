"""What happened, as a sentence in the page's language."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from colletta.community.activity import Event, Happened
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@dataclass(frozen=True)
class Told:
    """An event as it is shown; `language` is that of an update's title where it is another."""

    name: str
    at: datetime
    sentence: str
    icon: str
    title: str = ""
    language: str = ""


def told_of(event: Event) -> Told:
    """The event in words."""
    sentence = {
        Happened.OPENED: _("The campaign opened."),
        Happened.FIRST_GIFT: _("The first gift came."),
        Happened.MATCH_UNLOCKED: _("%(partner)s joined in: the match is unlocked."),
        Happened.REACHED: _("People reached the target."),
        Happened.UPDATE: _("An update:"),
        Happened.ENDED: _("The campaign ended."),
        Happened.CANCELLED: _("The campaign was called off."),
    }[event.what] % {"partner": event.partner}
    icon = "check" if event.what in (Happened.MATCH_UNLOCKED, Happened.REACHED) else "clock"
    if event.what != Happened.UPDATE:
        return Told(event.name, event.at, sentence, icon)
    title, language = tell(event.titles, language=page_language(), original=event.language)
    return Told(event.name, event.at, sentence, "mail", title, language)
