"""A campaign leaves with everything: whatever site it is loaded into, it is the same campaign."""

from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from colletta.demo import folders
from tests.database import Databases
from tests.folders.moving import moved_twice
from tests.folders.workbench import SEED, garden, needs_seed, stage


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_each_campaign_of_the_demonstration_moves_unchanged(
    databases: Databases, django_db_blocker: DjangoDbBlocker, tmp_path: Path, folder: Path
) -> None:
    with django_db_blocker.unblock():
        moved_twice(databases, tmp_path, folder, folder.name)


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
