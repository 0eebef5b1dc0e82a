"""A [[match]] that names a call comes under it where the site has it."""

from pathlib import Path
from typing import Any

import pytest

from colletta.campaigns.models import Campaign
from colletta.folders.actions.load_folder import load_folder
from colletta.folders.faults import FolderRefused
from colletta.matching.models import Call, Match, Partner
from tests.folders.workbench import edit, garden
from tests.matching.calls import call_of_delta

pytestmark = pytest.mark.django_db

# The rule of the garden's first match.
RULE: dict[str, Any] = {
    "threshold_share": 5000,
    "minimum_supporters": 10,
    "window_days": 25,
    "gives": "ratio",
    "ratio": 5000,
    "cap_minor": 30_000,
    "cap_per_gift_minor": 5000,
}


def call_of_the_garden(**changes: Any) -> Call:
    partner = Partner.objects.create(
        name="Fondazione Delta", place="Trieste", key="fondazione delta / trieste"
    )
    terms: dict[str, Any] = {"partner": partner, "rule": RULE}
    return call_of_delta(**(terms | changes))


def refusal_of(folder: Path) -> str:
    with pytest.raises(FolderRefused) as refused:
        load_folder(folder=folder)
    assert not Campaign.objects.exists()
    (fault,) = refused.value.faults
    return str(fault)


def test_a_match_comes_under_the_call_it_names_and_reserves_from_its_pool(tmp_path: Path) -> None:
    call = call_of_the_garden()
    match = load_folder(folder=garden(tmp_path)).campaign.matches.get(position=1)
    call.refresh_from_db()
    assert (match.call, match.rule_version) == (call, 1)
    assert call.reserved_minor == match.reserved_minor


def test_a_match_keeps_the_version_it_was_admitted_under(tmp_path: Path) -> None:
    call = call_of_the_garden()
    call.rules.create(version=2, **(RULE | {"ratio": 10_000}))
    match = load_folder(folder=garden(tmp_path)).campaign.matches.get(position=1)
    assert match.rule_version == 1


def test_a_call_that_the_site_does_not_have_is_private_and_keeps_its_name(tmp_path: Path) -> None:
    match = load_folder(folder=garden(tmp_path)).campaign.matches.get(position=1)
    assert (match.call.private, match.call_name) == (True, "verde-vicino")


def test_a_pool_that_cannot_bear_it_refuses_the_folder(tmp_path: Path) -> None:
    call_of_the_garden(pool_minor=29_999)
    assert refusal_of(garden(tmp_path)) == (
        'campaign.toml, match[1].call: The pool of the call "verde-vicino" has 299.99 EUR left, '
        "and this match may cost more."
    )


def test_another_partner_refuses_the_folder(tmp_path: Path) -> None:
    call_of_delta(rule=RULE)
    assert "is one of Fondazione Delta, not of this partner." in refusal_of(garden(tmp_path))


def test_another_rule_refuses_the_folder_and_names_what_differs(tmp_path: Path) -> None:
    call_of_the_garden(rule=RULE | {"cap_minor": 40_000, "minimum_supporters": 3})
    assert "says something else: cap, minimum_supporters." in refusal_of(garden(tmp_path))


def test_a_draft_takes_nobody(tmp_path: Path) -> None:
    call_of_the_garden(state="draft")
    assert "is a draft" in refusal_of(garden(tmp_path))


def test_a_rule_that_cannot_be_is_refused_in_words(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, "campaign.toml", 'threshold = "0.00"', 'threshold = "900000.00"')
    assert refusal_of(folder) == "campaign.toml, match[2]: The threshold is above the target."


def test_a_quadratic_match_needs_its_call(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, "campaign.toml", 'gives = "ratio"\n', 'gives = "quadratic"\n')
    for line in ('ratio = "0.5"\n', 'cap_per_gift = "50.00"\n'):
        edit(folder, "campaign.toml", line, "")
    assert 'no call "verde-vicino" on this site' in refusal_of(folder)
    assert not Match.objects.exists()
