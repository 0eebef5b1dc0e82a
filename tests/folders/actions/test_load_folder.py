"""An operator turns a folder into a campaign."""

import time
from pathlib import Path
from typing import Any

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.models import Comment
from colletta.figures import figures_of
from colletta.folders.actions.load_folder import (
    FolderDiffers,
    FolderRefused,
    SlugTaken,
    load_folder,
)
from colletta.folders.models import Loading
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting, Transfer
from colletta.matching.models import Match, Partner
from colletta.people.models import Organisation, Person
from colletta.pledges.models import Pledge
from tests.cast import approved_campaign
from tests.folders.workbench import SEED, add, edit, garden, needs_seed, stage

ROWS = (Campaign, Pledge, Posting, Transfer, Fact, Organisation, Person, Partner, Match, Loading)


def counts() -> dict[str, int]:
    """How many rows there are of everything that a folder makes."""
    return {model.__name__: model._default_manager.count() for model in (*ROWS, Comment)}


@pytest.mark.django_db
def test_a_folder_becomes_a_campaign_and_a_fact(tmp_path: Path) -> None:
    loaded = load_folder(folder=garden(tmp_path))
    assert loaded.changed
    assert (loaded.campaign.slug, loaded.campaign.state) == ("orto-di-via-luna", "live")
    fact = Fact.objects.get(kind="campaign.loaded")
    assert fact.about == f"campaign:{loaded.campaign.pk}"
    assert Loading.objects.get().loaded_at == fact.at


@pytest.mark.django_db
def test_what_was_done_is_reported(tmp_path: Path) -> None:
    lines: list[str] = []
    load_folder(folder=garden(tmp_path), report=lines.append)
    assert lines == [
        "1 of 3 pictures stored",
        "2 of 3 pictures stored",
        "3 of 3 pictures stored",
        "5 gifts booked",
    ]


@pytest.mark.django_db
def test_the_same_folder_again_changes_nothing(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    first = load_folder(folder=folder)
    before = counts()
    add(folder, "campaign.toml", "\n# a comment changes nothing that the folder says\n")
    again = load_folder(folder=folder)
    assert (again.campaign, again.changed) == (first.campaign, False)
    assert counts() == before


@pytest.mark.django_db
def test_offsets_count_from_the_first_loading(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    first = load_folder(folder=folder).campaign
    time.sleep(0.05)
    again = load_folder(folder=folder).campaign
    assert (again.opens_at, again.closes_at) == (first.opens_at, first.closes_at)


@pytest.mark.django_db
def test_a_campaign_that_has_closed_since_is_still_loaded(tmp_path: Path, clock: Any) -> None:
    folder = garden(tmp_path)
    load_folder(folder=folder)
    clock.set_clock("clock_timestamp() + interval '1 year'")
    assert not load_folder(folder=folder).changed


@pytest.mark.django_db
def test_other_content_under_the_same_slug_is_refused_naming_the_differences(
    tmp_path: Path,
) -> None:
    folder = garden(tmp_path)
    load_folder(folder=folder)
    before = counts()
    edit(folder, "campaign.toml", 'target = "1200.00"', 'target = "1300.00"')
    add(folder, "story.it.md", "\nE altro.\n")
    with pytest.raises(FolderDiffers) as refusal:
        load_folder(folder=folder)
    assert refusal.value.differences == ["campaign.toml: campaign.target", "story.it.md"]
    assert "campaign.toml: campaign.target\n  story.it.md" in str(refusal.value)
    assert counts() == before


@pytest.mark.django_db
def test_a_gift_made_since_the_first_loading_is_a_difference_not_a_fault(
    tmp_path: Path, clock: Any
) -> None:
    folder = garden(tmp_path)
    load_folder(folder=folder)
    clock.set_clock("clock_timestamp() + interval '2 days'")
    add(folder, "supporters.csv", "30000,Fabio,fabio@posta.example,5.00,EUR,card,no,no,\n")
    with pytest.raises(FolderDiffers) as refusal:
        load_folder(folder=folder)
    assert refusal.value.differences == ["supporters.csv: line 8"]


@pytest.mark.django_db
def test_a_long_list_of_differences_is_cut_short(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    load_folder(folder=folder)
    text = (folder / "supporters.csv").read_text(encoding="utf-8")
    rows = "".join(
        f"{minute},Dina,dina@posta.example,5.00,EUR,card,no,no,\n" for minute in range(99)
    )
    (folder / "supporters.csv").write_text(text + rows, encoding="utf-8")
    with pytest.raises(FolderDiffers, match="and 79 more"):
        load_folder(folder=folder)


@pytest.mark.django_db
def test_a_faulty_folder_under_a_known_slug_is_told_its_faults(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    load_folder(folder=folder)
    edit(folder, "campaign.toml", "category", "categroy")
    with pytest.raises(FolderRefused, match="categroy"):
        load_folder(folder=folder)


@pytest.mark.django_db
def test_the_slug_of_another_owner_is_refused(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    load_folder(folder=folder)
    edit(folder, "campaign.toml", "Circolo Aurora", "Circolo Alba")
    with pytest.raises(SlugTaken, match="Circolo Aurora"):
        load_folder(folder=folder)
    assert Organisation.objects.count() == 1


@pytest.mark.django_db
def test_the_slug_of_a_campaign_that_came_from_no_folder_is_refused(tmp_path: Path) -> None:
    approved_campaign(slug="orto-di-via-luna")
    with pytest.raises(SlugTaken):
        load_folder(folder=garden(tmp_path))


@pytest.mark.django_db
def test_two_campaigns_may_have_one_owner_and_one_partner(tmp_path: Path) -> None:
    first = garden(tmp_path)
    load_folder(folder=first)
    edit(first, "campaign.toml", '"orto-di-via-luna"', '"orto-di-via-sole"')
    load_folder(folder=first)
    assert (Campaign.objects.count(), Organisation.objects.count()) == (2, 1)
    assert Partner.objects.count() == 1


@pytest.mark.django_db
def test_a_broken_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, "supporters.csv", "12.50", "12.5")
    with pytest.raises(FolderRefused, match=r"supporters\.csv, line 4, amount"):
        load_folder(folder=folder)
    assert set(counts().values()) == {0}


def test_a_failure_half_way_leaves_nothing_behind(fresh_database: Any, tmp_path: Path) -> None:
    # The second gift meets a database that refuses it: a real failure in the middle of the act.
    with fresh_database.connect("owner") as owner:
        owner.execute("ALTER TABLE pledges_pledge ADD CHECK (amount_minor <> 5000)")
    with pytest.raises(Exception, match="pledges_pledge"):
        load_folder(folder=garden(tmp_path))
    assert set(counts().values()) == {0}


@pytest.mark.parametrize("mark", [pytest.param("seed", marks=needs_seed)])
def test_the_real_campaign_is_loaded_once(fresh_database: Any, mark: str) -> None:
    lines: list[str] = []
    loaded = load_folder(folder=SEED, report=lines.append)
    figures = figures_of(loaded.campaign, at=now())
    assert (figures.raised.major(), figures.target.major()) == ("3531.00", "7000.00")
    assert (figures.percent, figures.supporters) == (50, 156)
    assert lines[-1] == "156 gifts booked"
    assert Posting.objects.filter(kind="gift").count() == 156
    (match,) = figures.matches
    told = match.as_json()
    assert (told["state"], told["adds"], told["lacking"]) == ("unlocked", "3469.00", "0.00")
    assert figures.missing.major() == "0.00"
    assert [result for result in check_books() if result.breaches] == []
    before = counts()
    assert not load_folder(folder=SEED).changed
    assert counts() == before


@pytest.mark.django_db
def test_the_smallest_folder_is_enough(tmp_path: Path) -> None:
    campaign = load_folder(folder=stage(tmp_path)).campaign
    assert (campaign.currency, campaign.cover, campaign.gallery.count()) == ("JPY", None, 0)
