"""One sandbox and one platform for the run; what changes the clock or dies starts its own."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.sandbox.company import Company, running
from tests.sandbox.platform import Platform, listening


@pytest.fixture(scope="session")
def platform() -> Iterator[Platform]:
    with listening() as heard:
        yield heard


@pytest.fixture(scope="session")
def shared_company(platform: Platform) -> Iterator[Company]:
    # In memory where there is some: hundreds of small tests need not wait for a disk. Those about
    # the store have theirs on one.
    memory = Path("/dev/shm")
    with (
        TemporaryDirectory(dir=memory if memory.is_dir() else None) as home,
        running(Path(home), "--notify", platform.url) as company,
    ):
        yield company


@pytest.fixture
def company(shared_company: Company) -> Iterator[Company]:
    """The sandbox that tests share; whatever a test spoils is made good after it."""
    yield shared_company
    shared_company.delete("/control/faults")
    shared_company.delete("/control/notice-plans")


@pytest.fixture(scope="session")
def timeless_company(
    tmp_path_factory: pytest.TempPathFactory, platform: Platform
) -> Iterator[Company]:
    """The sandbox whose clock tests advance, each from wherever it stands."""
    with running(tmp_path_factory.mktemp("timeless"), "--notify", platform.url) as company:
        yield company


@pytest.fixture
def own_company(tmp_path: Path, platform: Platform) -> Iterator[Company]:
    """A sandbox of this test's own."""
    with running(tmp_path / "sandbox", "--notify", platform.url) as started:
        yield started
