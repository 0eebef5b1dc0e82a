"""A campaign moves from one site to another: both are databases of their own."""

import csv
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client
from django.test.utils import override_settings

from colletta.campaigns.models import Campaign
from colletta.figures import figures_of
from colletta.folders.actions.export_campaign import export_campaign
from colletta.folders.actions.load_folder import load_folder
from colletta.ledger.checks import check_books
from colletta.ledger.models import Account
from colletta.pictures.encoding import Effort
from tests.database import Databases, django_on

SUPPORTERS = 30  # of each campaign of the demonstration: hundreds more only take longer


def with_some_supporters(folder: Path, place: Path) -> Path:
    """A copy of a campaign's folder with its first supporters."""
    shutil.copytree(folder, place)
    path = place / "supporters.csv"
    if path.exists():
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(rows[: SUPPORTERS + 1])
    return place


# What a comment or an update is called in this database: at its place, and in links to it.
ROWS = re.compile(r"(?<=comment-)\d+|(?<=comments/)\d+|(?<=answer=)\d+|(?<=update[-=])\d+")


@contextmanager
def another_site(databases: Databases, home: Path) -> Iterator[None]:
    """An empty site, with pictures and rows of its own, thrown away afterwards."""
    database = databases.clone()
    try:
        with django_on(database.url("app")), override_settings(MEDIA_ROOT=home / "media"):
            yield
    finally:
        database.drop()


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def seen(slug: str) -> dict[str, Any]:
    """All that people and books say of a campaign, whatever its numbers are in this database."""
    campaign = Campaign.objects.get(slug=slug)
    assert all(check.holds for check in check_books())
    at = max(campaign.opens_at, campaign.made_at)
    figures = figures_of(campaign, at=at).as_json()
    return {
        "figures": {name: value for name, value in figures.items() if "left" not in name},
        "books": books_of(campaign),
        "page": [page_of(slug, language) for language, _name in settings.LANGUAGES],
    }


def books_of(campaign: Campaign) -> list[tuple[str, int]]:
    """Every balance of the books that is not zero, by its account."""
    balances = Account.objects.exclude(balance=0).values_list("code", "balance")
    return sorted((re.sub(rf"\b{campaign.pk}\b", "#", code), sum_) for code, sum_ in balances)


def page_of(slug: str, language: str) -> str:
    """The public page, without what counts rows of this database."""
    page = Client().get(f"/{language}/campaigns/{slug}/")
    return f"{page.status_code} {ROWS.sub('#', page.content.decode())}"


def moved_twice(databases: Databases, place: Path, folder: Path, slug: str) -> None:
    """Loaded, exported, loaded elsewhere, exported again: the same folder, page, figures, books."""
    with another_site(databases, place / "here"):
        load_folder(folder=folder, effort=Effort.QUICK)
        export_campaign(slug=slug, folder=place / "first")
        here = seen(slug)
    with another_site(databases, place / "there"):
        load_folder(folder=place / "first", effort=Effort.QUICK)
        export_campaign(slug=slug, folder=place / "second")
        there = seen(slug)
    assert bytes_of(place / "second") == bytes_of(place / "first")
    assert there == here
