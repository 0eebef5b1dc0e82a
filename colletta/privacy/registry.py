"""Everything that is held about people, in the order in which it is erased."""

from colletta.privacy.holding import Holding
from colletta.privacy.rooms import campaigns, cases, elsewhere, mail, people, pledges, talk

ROOMS = (mail, cases, talk, campaigns, pledges, elsewhere, people)
# What finds other rows goes after them: letters by messages, cases by pledges, the person last.
HOLDINGS: tuple[Holding, ...] = (
    *(holding for room in ROOMS for holding in room.HOLDINGS),
    people.PERSON,
)


def plain() -> dict[str, dict[str, str]]:
    """Table -> column -> why it is about nobody."""
    found: dict[str, dict[str, str]] = {}
    for room in ROOMS:
        for table, columns in room.PLAIN.items():
            found.setdefault(table, {}).update(columns)
    return found
