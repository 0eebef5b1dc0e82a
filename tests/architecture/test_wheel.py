"""The wheel alone is the whole site: it is built, and its files are counted."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.architecture import house

_BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


def test_a_wheel_holds_every_file_of_the_package_and_nothing_else(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for path in (*house.files(), house.ROOT / "README.md", house.ROOT / "LICENSE"):
        if path.is_relative_to(house.PACKAGE) or path.parent == house.ROOT:
            copy = tree / path.relative_to(house.ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    built = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _BUILD, str(tmp_path)],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {
        path.relative_to(tree).as_posix()
        for path in (tree / "colletta").rglob("*")
        if path.is_file()
    }
    assert len(wanted) > 800
    house.refuse(sorted(wanted - packed), "Files that the wheel leaves behind")
    house.refuse(sorted(packed - wanted), "Files of the wheel that nobody wrote")
