"""A sample of every kind of letter, in each case that reads differently."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from colletta.desk.letters.around import AROUND
from colletta.desk.letters.people import PEOPLE
from colletta.desk.letters.privacy import PRIVACY
from colletta.desk.letters.sample import CLOSES, Sample, about_pledge
from colletta.desk.letters.teams import TEAMS
from colletta.mail.outbox import rendered
from colletta.money import Money

_GIVING = {
    "pledges.receipt": [
        Sample("pledges/letters/receipt", about_pledge),
        Sample(
            "pledges/letters/receipt",
            lambda language: about_pledge(language) | {"keep_it_all": False},
        ),
    ],
    "pledges.promise": [Sample("pledges/letters/promise", about_pledge)],
    "pledges.refusal": [Sample("pledges/letters/refusal", about_pledge)],
    "pledges.refund": [
        Sample(
            "pledges/letters/refund",
            lambda language: about_pledge(language) | {"sum": Money(2000, "EUR")},
        )
    ],
}


def _day(language: str) -> dict[str, Any]:
    """Two letters that waited."""
    held: dict[str, Any] = {"language": language, "held_at": CLOSES}
    kinds = ("community.follow_update", "community.gifts_of_the_day")
    pieces = [(AROUND | TEAMS)[kind][0] for kind in kinds]
    parts = [rendered(piece.template, head=held, context=piece.words(language)) for piece in pieces]
    return {"parts": parts}


_OF_THE_DAY = {"mail.digest": [Sample("mail/letters/digest", _day)]}
SAMPLES: Mapping[str, list[Sample]] = MappingProxyType(
    _GIVING | PEOPLE | AROUND | TEAMS | PRIVACY | _OF_THE_DAY
)
