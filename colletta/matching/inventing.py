"""Gifts that nobody made, to try a rule on: the same seed invents the same ones."""

import random
from datetime import datetime, timedelta

from colletta.matching.crossing import Gift
from colletta.matching.simulation import Course

# Percent of the median: as many give less as give more, and a few give much more.
SPREAD = (10, 25, 25, 50, 50, 75, 100, 100, 150, 200, 200, 250, 500, 1000)
DAY = 24 * 60  # minutes
# In which part of the time people give, in percent: first days and last days are the busiest.
RUSH = ((30, 0, 15), (20, 85, 100), (50, 15, 85))


def invented(
    *,
    seed: int,
    draw: int,
    name: str,
    target: int,
    people: int,
    median: int,
    days: int,
    opens_at: datetime,
) -> Course:
    """A campaign with gifts of so many people; sums in minor units, whole parts of the median.

    `draw` tells apart the campaigns of one seed, whatever they are called.
    """
    chance = random.Random(f"{seed}/{draw}")  # noqa: S311 - no secret: it must be repeatable
    gifts = [
        Gift(
            at=opens_at + timedelta(minutes=_minute(chance, days * DAY)),
            key=f"{number}",
            minor=max(1, median * chance.choice(SPREAD) // 100),
        )
        for number in range(people)
    ]
    gifts.sort(key=lambda gift: (gift.at, gift.key))
    return Course(name=name, target=target, opens_at=opens_at, gifts=tuple(gifts))


def _minute(chance: random.Random, minutes: int) -> int:
    parts = [part for part in RUSH for _ in range(part[0])]
    _, begins, ends = chance.choice(parts)
    return chance.randrange(minutes * begins // 100, max(1, minutes * ends // 100))
