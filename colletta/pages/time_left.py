"""How long a campaign is still open, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from colletta.ui.templatetags.ui import page_language

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class TimeLeft:
    """From an instant to a closing: days, below three of them hours, in the end minutes.

    A part of an hour counts as an hour, so that "34 hours" is true for all of its first hour.
    """

    closes_at: datetime
    at: datetime

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self.closes_at <= self.at

    @property
    def words(self) -> str:
        """The time left as people say it."""
        left = self.closes_at - self.at
        hours = -(-left // HOUR)
        if self.over:
            return self.over_words
        if hours >= 72:
            return ngettext("%(n)s day", "%(n)s days", hours // 24) % {"n": hours // 24}
        if left > 2 * HOUR:
            return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
        minutes = -(-left // MINUTE)
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}

    @property
    def over_words(self) -> str:
        """What stands there once the closing has come."""
        return _("no time left")

    @property
    def patterns(self) -> dict[str, str]:
        """The same words for the script that keeps them fresh: `{n}` stands for the number."""
        return _patterns(page_language()) | {"over": self.over_words}


@cache
def _patterns(language: str) -> dict[str, str]:
    with override(language):
        return {
            "day": ngettext("%(n)s day", "%(n)s days", 1) % {"n": "{n}"},
            "days": ngettext("%(n)s day", "%(n)s days", 2) % {"n": "{n}"},
            "hour": ngettext("%(n)s hour", "%(n)s hours", 1) % {"n": "{n}"},
            "hours": ngettext("%(n)s hour", "%(n)s hours", 2) % {"n": "{n}"},
            "minute": ngettext("%(n)s minute", "%(n)s minutes", 1) % {"n": "{n}"},
            "minutes": ngettext("%(n)s minute", "%(n)s minutes", 2) % {"n": "{n}"},
        }
