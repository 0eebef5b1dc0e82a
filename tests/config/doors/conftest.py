"""One site for the whole walk, in a database of its own that nothing changes."""

import logging
from collections.abc import Iterator

import pytest
from django.test import override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from tests.config.doors.roles import Browser
from tests.config.doors.scene import Scene, build
from tests.config.doors.walk import browsers_of
from tests.database import Databases, django_on


@pytest.fixture(scope="module")
def scene(databases: Databases, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    database = databases.clone()
    with django_db_blocker.unblock(), django_on(database.url("app")):
        with translation.override("it"):
            yield build()
    database.drop()


@pytest.fixture(scope="module")
def browsers(scene: Scene) -> dict[str, Browser]:
    return browsers_of(scene)


@pytest.fixture(autouse=True)
def plain_and_quiet() -> Iterator[None]:
    """Thousands of refusals are what these tests ask for: none is worth a line in the log."""
    logging.disable(logging.WARNING)
    with override_settings(ROOT_URLCONF="tests.config.doors.plain"), translation.override("it"):
        yield
    logging.disable(logging.NOTSET)
