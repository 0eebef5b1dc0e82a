"""What a partner approves: gifts without names, how they count, and a digest of it all."""

import csv
import io

import pytest

from colletta.matching.approval import Paper, as_text, paper_of
from colletta.matching.exclusions import Reason
from colletta.matching.models import Match
from tests.cast import eur, gift_of_bruno, live_campaign, match_of_delta
from tests.matching.steps import confirmed_match, give_back, looked_at

pytestmark = pytest.mark.django_db


def paper(match: Match) -> Paper:
    return paper_of(looked_at(match))


def mixed_match() -> Match:
    match = match_of_delta(live_campaign(), minimum_supporters=2)
    gift_of_bruno(match.campaign, "300.00")
    gift_of_bruno(match.campaign, "200.00", email="BRUNO@posta.example")
    gift_of_bruno(match.campaign, "40.00", email="dora@posta.example")
    gift_of_bruno(match.campaign, "70.00", email="ciao@aurora.example")
    gift_of_bruno(match.campaign, "60.00", email="", method="cash")
    give_back(gift_of_bruno(match.campaign, "5.00", email="ezio@posta.example"))
    return match


def test_each_gift_is_told_with_what_counts_of_it_and_why_not() -> None:
    found = paper(mixed_match())
    told = [(line.amount, line.counted, line.reason) for line in found.lines]
    assert told == [
        (eur("300.00"), eur("300.00"), None),
        (eur("200.00"), eur("200.00"), None),
        (eur("40.00"), eur("40.00"), None),
        (eur("70.00"), eur("0.00"), Reason.TEAM),
        (eur("60.00"), eur("0.00"), Reason.OFFLINE),
    ]
    assert found.out == {Reason.TEAM: eur("70.00"), Reason.OFFLINE: eur("60.00")}
    assert (found.crowd.people, found.crowd.counted) == (2, 54_000)
    assert sum(line.counted.minor for line in found.lines) == found.crowd.counted


def test_one_person_has_one_pseudonym_in_a_match_and_another_in_the_next() -> None:
    campaign = live_campaign()
    first, second = match_of_delta(campaign), match_of_delta(campaign)
    gift_of_bruno(campaign, "30.00")
    gift_of_bruno(campaign, "20.00", email="BRUNO@posta.example")
    names = [{line.supporter for line in paper(match).lines} for match in (first, second)]
    assert [len(one) for one in names] == [1, 1]
    assert names[0] != names[1]


def test_nobody_is_named() -> None:
    found = paper(mixed_match())
    told = found.as_csv() + str(found.as_json())
    assert "posta.example" not in told
    assert "Bruno" not in told


def test_the_same_facts_have_the_same_digest_and_one_gift_more_another() -> None:
    match = mixed_match()
    before = paper(match).digest
    assert paper(match).digest == before
    gift_of_bruno(match.campaign, "1.00", email="fede@posta.example")
    assert paper(match).digest != before


def test_what_a_confirmed_match_adds_is_what_was_fixed() -> None:
    found = paper(confirmed_match())
    assert (found.standing.adds, found.as_json()["adds"]) == (eur("400.00"), "400.00")
    assert found.as_json()["rule"]["threshold"] == "500.00"


def test_the_table_ends_with_what_it_comes_to() -> None:
    found = paper(mixed_match())
    rows = list(csv.reader(io.StringIO(found.as_csv())))
    assert rows[0][0] == "at"
    assert len([row for row in rows if not row[0].startswith("#")]) == 1 + len(found.lines)
    assert dict(row[:2] for row in rows if row[0].startswith("#"))["# sha256"] == found.digest


@pytest.mark.parametrize("cell", ["=1+1", "+39", "-5", "@me", "\tx", "\rx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert as_text(cell) == f"'{cell}"
    assert as_text("Delta = 5") == "Delta = 5"
