"""Samples of the letters to campaigns' people, partners, the desk, both sides of a report."""

from typing import Any

from colletta.community.gifts_told import Day, Gift
from colletta.desk.letters.around import SAID
from colletta.desk.letters.sample import Sample, about_campaign, link, title
from colletta.limits.models import Brake
from colletta.money import Money

BECAUSE = {
    "it": "Nominava una persona che non ha scelto di comparire.",
    "en": "It named a person who did not choose to appear.",
}
GIFTS = [Gift("Bruno Riva", Money(2000, "EUR")), Gift("", Money(5050, "EUR"))]


def _sample(template: str, **more: Any) -> Sample:
    def words(language: str) -> dict[str, Any]:
        told = {"name": "Ada Colombo", "link": link(language), "address": link(language)}
        told |= {"because": BECAUSE[language], "quoted": SAID[language], "whose": "Bruno Riva"}
        told |= {"call": "Cortili aperti", "partner": "Fondazione Delta"}
        told["campaign"] = title(language) if "matching" in template else "orto-in-cortile"
        return about_campaign(language) | told | more

    return Sample(template, words)


def _day(language: str) -> dict[str, Any]:
    total = Money(7050, "EUR")
    day = Day(title=title(language), slug="orto", total=total, count=5, listed=GIFTS)
    return {"name": "Ada Colombo", "days": [day], "n": 5}


TEAMS = {
    "community.gift": [
        _sample("community/letters/gift", gift=GIFTS[0]),
        _sample("community/letters/gift", gift=GIFTS[1]),
    ],
    "community.gifts_of_the_day": [Sample("community/letters/gifts_of_the_day", _day)],
    "community.silence": [_sample("community/letters/silence", days=21)],
    "community.report_received": [_sample("community/letters/report_received")],
    "community.decision": [
        _sample("community/letters/decision", kind="comment", may_appeal=True),
        _sample("community/letters/decision", reported=True, kept=True, quoted=""),
    ],
    "community.looked_again": [
        _sample("community/letters/looked_again", theirs=True, granted=True),
        _sample("community/letters/looked_again", theirs=True, hidden=True),
    ],
    "matching.applied": [_sample("matching/letters/applied", name="")],
    "matching.admitted": [_sample("matching/letters/admitted")],
    "matching.declined": [_sample("matching/letters/declined", reason="")],
    "desk.brake": [_sample("desk/letters/brake", brake=Brake(refusals=31, subject="campaign:1"))],
    "desk.moderation": [
        _sample("desk/letters/moderation", appealed=False),
        _sample("desk/letters/moderation", appealed=True),
    ],
}
