"""The demonstration becomes a site: campaigns, figures and books."""

import shutil
from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

import colletta.demo.loading
from colletta.campaigns.models import Campaign, State, Type
from colletta.demo.loading import folders, load
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting
from colletta.money import Money
from colletta.people.models import Organisation
from tests.database import Databases, django_on
from tests.demo.shelf import given, read


@pytest.fixture(scope="module")
def site(
    databases: Databases,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[str]]:
    """A site with the whole demonstration but its pictures, and what was said while it was made."""
    shelf = tmp_path_factory.mktemp("demo")
    for folder in folders():
        shutil.copytree(folder, shelf / folder.name, ignore=_pictures)
    said: list[str] = []
    database = databases.clone()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(colletta.demo.loading, "FOLDERS", shelf)
        with django_db_blocker.unblock(), django_on(database.url("app")):
            load(said.append)
            yield said
    database.drop()


def _pictures(_folder: str, names: list[str]) -> set[str]:
    """Making their sizes takes a minute and is tried elsewhere."""
    return {name for name in names if name == "gallery" or name.endswith(".webp")}


def test_every_folder_is_a_campaign_in_its_state(site: list[str]) -> None:
    wanted = {read(folder).terms.slug: read(folder).terms.state for folder in folders()}
    assert dict(Campaign.objects.values_list("slug", "state")) == wanted


def test_what_takes_long_is_reported(site: list[str]) -> None:
    assert "bibliobus-delle-valli: 296 promises taken" in site
    assert len(site) == sum(bool(read(folder).gifts) for folder in folders())


def test_the_page_shows_what_the_folder_says(site: list[str]) -> None:
    for folder in folders():
        campaign = Campaign.objects.get(slug=folder.name)
        figures = figures_of(campaign, at=now())
        nothing = Money(0, campaign.currency)
        promises = campaign.type == Type.ALL_OR_NOTHING
        assert figures.promised == (given(read(folder)) if promises else nothing)
        collected = campaign.state == State.ENDED and figures.reached
        assert figures.raised == (given(read(folder)) if collected or not promises else nothing)


def test_the_missed_choir_cost_nobody_anything(site: list[str]) -> None:
    choir = Campaign.objects.get(slug="un-coro-per-tutti")
    assert choir.pledges.count() == choir.pledges.filter(state="dropped").count() == 23
    assert figures_of(choir, at=now()).raised == Money(0, "EUR")


def test_two_organisations_have_two_campaigns(site: list[str]) -> None:
    several = [
        organisation.name
        for organisation in Organisation.objects.order_by("name")
        if organisation.campaigns.count() == 2
    ]
    assert several == ["Biblioteche in Salita", "Compagnia della Botola"]


def test_the_books_hold(site: list[str]) -> None:
    assert all(check.holds for check in check_books())


def test_a_second_start_changes_nothing_and_says_so(site: list[str]) -> None:
    before = Fact.objects.count(), Posting.objects.count()
    said: list[str] = []
    load(said.append)
    assert (Fact.objects.count(), Posting.objects.count()) == before
    assert said == [f"{len(folders())} campaigns are there already"]


def test_a_campaign_told_otherwise_since_stays_and_the_others_are_there(site: list[str]) -> None:
    story = colletta.demo.loading.FOLDERS / "mille-pagaiate" / "story.it.md"
    before = story.read_text(encoding="utf-8")
    story.write_text(before + "\nE anche le rive.\n", encoding="utf-8")
    said: list[str] = []
    load(said.append)
    story.write_text(before, encoding="utf-8")
    assert said[0].startswith("mille-pagaiate stays as it is.")
    assert "story.it.md" in said[0]
    assert Campaign.objects.count() == len(folders())
