"""A cluster that may be killed, and a scene of real processes on a database of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker, Settings

from colletta.cluster import Cluster
from colletta.cluster.binaries import find_binaries
from tests.concurrency.scene import Scene, running_scene
from tests.database import Databases, django_on
from tests.payments.company import Company, running_company


@pytest.fixture(scope="session")
def mortal_databases(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker
) -> Iterator[Databases]:
    """Databases in a cluster of their own, which keeps what was committed when it is killed."""
    assert request.config.cache is not None
    home = request.config.cache.mkdir(f"colletta-mortal-{find_binaries().version()}")
    with Cluster(home, durable=True).running() as cluster:
        prepared = Databases(cluster)
        with django_db_blocker.unblock():
            prepared.prepare()
        yield prepared


@pytest.fixture
def scene(
    mortal_databases: Databases,
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
    settings: Settings,
) -> Iterator[Scene]:
    """Company, site, worker and mail server as processes; Django here works on their database."""
    database = mortal_databases.clone()
    with django_db_blocker.unblock(), django_on(database.url("app")):
        with running_scene(database, tmp_path) as running:
            settings.PAYMENT_PROVIDERS = {"sandbox": running.company.terms()}
            yield running
    database.drop()


@pytest.fixture
def own_company(tmp_path: Path, settings: Settings) -> Iterator[Company]:
    """A company that serves this test alone, so that its whole record is ours."""
    with running_company(tmp_path / "company") as company:
        settings.PAYMENT_PROVIDERS = {"sandbox": company.terms()}
        yield company
