"""A5: how long an answer takes does not tell whether somebody joined.

Not part of every run, because a busy machine decides too much:
`pytest tests/people/joining/timing.py -s` asks each form for a known and an unknown address in
turns and prints medians and the chance that a known one took longer (Mann-Whitney; 0.5 is "nobody
can tell").
"""

import time
from bisect import bisect_left, bisect_right
from statistics import median

import pytest
from django.core.cache import cache
from django.test import Client

from tests.cast import PASSWORD, ada

TRIES = 40
MOST = 0.85  # of being told apart by one try, on a machine that does other things meanwhile
FORMS = {
    "join": {"name": "Dora Bianchi", "email": "", "password1": PASSWORD},
    "sign-in": {"login": "", "password": "non è questa, davvero"},
    "sign-in/code": {"email": ""},
    "recovery": {"email": ""},
}


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_A5_the_time_of_an_answer_tells_nothing(form: str) -> None:
    known: list[float] = []
    unknown: list[float] = []
    person = ada()
    for number in range(TRIES):
        pair = [(known, person.email), (unknown, f"eva{number}@posta.example")]
        for taken, address in pair if number % 2 else reversed(pair):
            taken.append(milliseconds(form, address))
    chance = chance_of_longer(known, unknown)
    print(f"\n{form}: known {median(known):.1f} ms, unknown {median(unknown):.1f} ms, {chance:.2f}")
    assert 1 - MOST < chance < MOST


def milliseconds(form: str, address: str) -> float:
    """What one answer takes."""
    cache.clear()
    said = {name: value or address for name, value in FORMS[form].items()}
    client = Client()
    began = time.perf_counter()
    client.post(f"/it/people/{form}/", said)
    return (time.perf_counter() - began) * 1000


def chance_of_longer(one: list[float], other: list[float]) -> float:
    """Mann and Whitney's U as a share: how often one of these is longer than one of those."""
    row = sorted(other)
    wins = sum((bisect_left(row, x) + bisect_right(row, x)) / 2 for x in one)
    return wins / (len(one) * len(other))
