"""Matches, comments and updates: each is a row and a fact."""

from datetime import timedelta
from pathlib import Path

import pytest

from colletta.campaigns.models import Campaign
from colletta.folders.actions.load_folder import load_folder
from colletta.folders.models import Loading
from colletta.history.models import Fact
from colletta.matching.models import Partner
from colletta.money import Money
from tests.folders.workbench import garden

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return load_folder(folder=garden(tmp_path)).campaign


def facts(kind: str) -> list[Fact]:
    return list(Fact.objects.filter(kind=kind).order_by("id"))


def test_a_rule_is_kept_as_it_was_offered(campaign: Campaign) -> None:
    ratio, flat = campaign.matches.all()
    assert (ratio.threshold, ratio.minimum_supporters) == (Money(60_000, "EUR"), 10)
    assert (ratio.gives, ratio.ratio, ratio.window_days) == ("ratio", 5000, 25)
    assert ratio.money(ratio.cap_minor) == Money(30_000, "EUR")
    assert (ratio.cap_per_gift_minor, ratio.call_name) == (5000, "verde-vicino")
    assert (flat.threshold.minor, flat.amount_minor, flat.counts_offline) == (0, 10_000, True)
    assert [fact.about for fact in facts("match.offered")] == [str(ratio), str(flat)]


def test_the_same_name_and_place_are_one_partner_whatever_the_capitals(campaign: Campaign) -> None:
    partner = Partner.objects.get()
    assert (partner.name, partner.place) == ("Fondazione Delta", "Trieste")
    assert partner.matches.count() == 2


def test_a_comment_stands_at_its_time(campaign: Campaign) -> None:
    comment = campaign.comments.get()
    assert (comment.name, comment.text) == ("Carla", "Che bello!\nPasso sabato.")
    loaded_at = Loading.objects.get(campaign=campaign).loaded_at
    assert loaded_at - comment.published_at == timedelta(days=3)
    (fact,) = facts("comment.published")
    assert (fact.about, fact.at) == (str(comment), comment.published_at)
    assert "Carla" not in str(fact.details)


def test_an_update_has_all_its_languages(campaign: Campaign) -> None:
    bed, start = campaign.updates.all()
    assert (bed.name, start.name) == ("la-prima-vasca", "si-parte")
    assert bed.titles["en"] == "The first bed is full"
    assert "<strong>due metri cubi</strong>" in bed.texts["it"]
    assert {fact.about for fact in facts("update.published")} == {str(bed), str(start)}
