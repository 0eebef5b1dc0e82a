"""A campaign leaves with everything: whatever site it is loaded into, it is the same campaign."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pytest_django import DjangoDbBlocker

from colletta.demo.loading import folders
from tests.database import Databases
from tests.folders import inventing
from tests.folders.moving import moved_twice, with_some_supporters
from tests.folders.workbench import SEED, garden, needs_seed, stage

# A folder is small already; making it smaller would take longer than reading it.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_each_campaign_of_the_demonstration_moves_unchanged(
    databases: Databases, django_db_blocker: DjangoDbBlocker, tmp_path: Path, folder: Path
) -> None:
    shown = with_some_supporters(folder, tmp_path / "folder")
    with django_db_blocker.unblock():
        moved_twice(databases, tmp_path, shown, folder.name)


def test_a_campaign_that_uses_the_whole_format_moves_unchanged(
    databases: Databases, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    with django_db_blocker.unblock():
        moved_twice(databases, tmp_path, garden(tmp_path), "orto-di-via-luna")


def test_the_smallest_campaign_moves_unchanged(
    databases: Databases, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    with django_db_blocker.unblock():
        moved_twice(databases, tmp_path, stage(tmp_path), "palco-in-piazza")


@pytest.mark.parametrize("_", [pytest.param("seed", marks=needs_seed)])
def test_the_seed_moves_unchanged(
    databases: Databases, django_db_blocker: DjangoDbBlocker, tmp_path: Path, _: str
) -> None:
    with django_db_blocker.unblock():
        moved_twice(databases, tmp_path, SEED, "legami-di-comunita")


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(files=inventing.folders())
def test_whatever_a_campaign_says_it_moves_unchanged(
    databases: Databases,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
    files: dict[str, bytes],
) -> None:
    place = tmp_path_factory.mktemp("any")
    with django_db_blocker.unblock():
        moved_twice(databases, place, inventing.put(files, place / "folder"), inventing.SLUG)
