"""What a match still needs, in the words of a board: "3 days, 180 euro, 4 people missing"."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from colletta.matching.models import LIVE_MATCHES, MatchState
from colletta.matching.sentences import sum_of
from colletta.matching.standing import MatchStanding

HOUR = timedelta(hours=1)


def lacking_in_words(one: MatchStanding, *, at: datetime) -> str:
    """Time, money, people; empty where nothing is lacking or gifts move nothing any more."""
    parts = list[str]()
    if one.lacking.minor:
        parts.append(sum_of(one.lacking))
    if one.lacking_people:
        people = ngettext("%(n)s person", "%(n)s people", one.lacking_people)
        parts.append(people % {"n": one.lacking_people})
    if not parts or one.state not in LIVE_MATCHES:
        return ""
    if one.state != MatchState.OFFERED and one.match.closes_at > at:
        parts.insert(0, _time(one.match.closes_at - at))
    return _("%(what)s missing") % {"what": ", ".join(parts)}


def _time(left: timedelta) -> str:
    if left.days >= 2:
        return ngettext("%(n)s day", "%(n)s days", left.days) % {"n": left.days}
    hours = max(1, left // HOUR)
    return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
