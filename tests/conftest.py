"""What every test stands on: a real PostgreSQL, a folder of its own, and no way out."""

import socket
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test.utils import override_settings
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as properties
from pytest_django import DjangoDbBlocker

from colletta.cluster import Cluster
from colletta.cluster.binaries import find_binaries
from tests.browser.running_site import collect_static_files
from tests.database import Database, Databases, django_on

# Pages name static files by their plain names; only browser tests need them collected and hashed.
UNCOLLECTED = "django.contrib.staticfiles.storage.StaticFilesStorage"

# What takes long on a busy machine is not wrong: speed is measured by bin/bench, never by a test.
properties.register_profile(
    "patient",
    properties.get_profile(properties.get_current_profile_name()),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
properties.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def no_way_out() -> Iterator[None]:
    """Sockets reach this machine alone; whatever else a test tries to reach is a fault."""

    def connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not _is_here(address):
            raise AssertionError(f"a test tried to reach {address!r}")
        real_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        if self.family != socket.AF_UNIX and not _is_here(address):
            raise AssertionError(f"a test tried to reach {address!r}")
        return real_connect_ex(self, address)

    real_connect, real_connect_ex = socket.socket.connect, socket.socket.connect_ex
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        yield


def _is_here(address: Any) -> bool:
    host = address[0] if isinstance(address, tuple) else ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Pictures and other files go to a folder that is thrown away."""
    home = tmp_path_factory.mktemp("home")
    (home / "static").mkdir()
    with override_settings(
        COLLETTA_HOME=home,
        MEDIA_ROOT=home / "media",
        STATIC_ROOT=home / "static",
        STORAGES={**settings.STORAGES, "staticfiles": {"BACKEND": UNCOLLECTED}},
        PASSWORD_HASHERS=["tests.passwords.QuickHasher"],
    ):
        yield home


@pytest.fixture(scope="session")
def home_with_static_files(home_of_the_tests: Path) -> Path:
    """The same, with stylesheet and script collected for servers that a test starts."""
    collect_static_files(home_of_the_tests)
    return home_of_the_tests


@pytest.fixture(autouse=True)
def language_of_the_code() -> Iterator[None]:
    """A page that one test asks for in Italian leaves no language behind for the next test."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """The tests' PostgreSQL, kept between runs beside pytest's cache, one per major version.

    `pytest --cache-clear` throws it away.
    """
    assert request.config.cache is not None
    home = request.config.cache.mkdir(f"colletta-postgres-{find_binaries().version()}")
    with Cluster(home, durable=False).running() as running:
        yield running


@pytest.fixture(scope="session")
def databases(cluster: Cluster, django_db_blocker: DjangoDbBlocker) -> Databases:
    """Makes clones of the migrated template."""
    prepared = Databases(cluster)
    with django_db_blocker.unblock():
        prepared.prepare()
    return prepared


@pytest.fixture(scope="session")
def django_db_setup(databases: Databases, django_db_blocker: DjangoDbBlocker) -> Iterator[Database]:
    """The database behind pytest's `db`: every test in it rolls back."""
    database = databases.clone()
    with django_db_blocker.unblock(), django_on(database.url("app")):
        yield database
    database.drop()


@pytest.fixture
def fresh_database(
    request: pytest.FixtureRequest, databases: Databases, django_db_blocker: DjangoDbBlocker
) -> Iterator[Database]:
    """A database of this test's own, for real commits; Django works on it as the application."""
    assert "db" not in request.fixturenames, "fresh_database commits, db rolls back: choose one"
    database = databases.clone()
    with django_db_blocker.unblock(), django_on(database.url("app")):
        yield database
    database.drop()


@pytest.fixture
def clock(request: pytest.FixtureRequest) -> Iterator[Database]:
    """`clock.stop_clock(at)`: the clock that decides, of the database the test uses."""
    commits = "fresh_database" in request.fixturenames
    database: Database = request.getfixturevalue("fresh_database" if commits else "django_db_setup")
    yield database
    database.set_clock("clock_timestamp()")
