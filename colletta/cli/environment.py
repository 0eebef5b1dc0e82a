"""Makes the checkout's .venv, with the standard library alone: nothing is installed yet.

    python -I environment.py CHECKOUT run|test [COMMAND …]

bin/environment runs this by its path when the environment is missing or out of date; afterwards
it becomes the command. uv is quick
but not everywhere; pip is everywhere. Both check the hashes.
"""

import fcntl
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

LAUNCHER = Path(__file__).resolve().parents[1] / "cluster" / "launch.py"
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
FILES = {"run": "requirements.txt", "test": "requirements-test.txt"}


class Environment:
    """The .venv of one checkout."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.folder = checkout / ".venv"
        self.python = self.folder / "bin" / "python"

    def make(self, wish: str) -> None:
        """Installs what `wish` names. Raises CalledProcessError after the program's own words."""
        begun = time.monotonic()
        self._make_folder()
        requirements = self.checkout / FILES[wish]
        say(f"Installing what {requirements.name} lists …")
        try:
            run([*self._pip(), "-r", self.checkout / "bin" / "uv.txt"])
            run([*self._uv(), "-r", requirements])
        except subprocess.CalledProcessError:
            say("uv does not do it here; pip does the same in more time …")
            run([*self._pip(), "-r", requirements])
        self._make_importable()
        for name in FILES if wish == "test" else [wish]:  # the tests' file contains the other
            shutil.copyfile(self.checkout / FILES[name], self.folder / f"installed-{name}.txt")
        say(f"The environment is ready, after {time.monotonic() - begun:.0f} s.")

    def _make_folder(self) -> None:
        if self._works():
            return
        if (
            importlib.util.find_spec("venv") is None
            or importlib.util.find_spec("ensurepip") is None
        ):
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            sys.exit(
                f"{sys.executable} cannot make environments: its module venv is missing.\n"
                "On Debian or Ubuntu: apt install python3-venv "
                f"(or python{version}-venv). Then start this again."
            )
        say(f"Making the environment {self.folder} …")
        run([sys.executable, "-m", "venv", "--clear", self.folder])

    def _works(self) -> bool:
        if not self.python.exists():
            return False
        trials = ["-c", "import sys; sys.exit(sys.version_info < (3, 11))"], ["-m", "pip", "-V"]
        return all(
            subprocess.run(  # noqa: S603 - our own interpreter
                [self.python, *trial], capture_output=True, check=False
            ).returncode
            == 0
            for trial in trials
        )

    def _uv(self) -> list[str | Path]:
        install = ["uv", "pip", "install", "-q", "--require-hashes"]
        # A machine's own certificates know its network's proxy; a bare container has none.
        certificates = ["--system-certs"] if CERTIFICATES.exists() else []
        return [self.python, "-m", *install, *certificates, "--python", self.python]

    def _pip(self) -> list[str | Path]:
        calm = ["-q", "--disable-pip-version-check", "--no-input"]
        return [self.python, "-m", "pip", "install", *calm, "--require-hashes"]

    def _make_importable(self) -> None:
        """Colletta runs from the checkout, wherever the command is given."""
        (packages,) = self.folder.glob("lib/python3*/site-packages")
        (packages / "colletta.pth").write_text(f"{self.checkout}\n", encoding="utf-8")


def run(command: Sequence[str | Path]) -> None:
    """A child that ends with us, so that nothing goes on after Ctrl-C or a kill."""
    wish = ["--parent", str(os.getpid()), "--signal", str(int(signal.SIGKILL))]
    words = [str(word) for word in command]
    launcher = [sys.executable, "-I", "-S", str(LAUNCHER)]
    child = subprocess.Popen([*launcher, *wish, *words])  # noqa: S603 - our own programs
    try:
        status = child.wait()
    except BaseException:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        raise
    if status != 0:
        raise subprocess.CalledProcessError(status, words)


def say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def main() -> int:
    checkout, wish, command = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    with (checkout / FILES[wish]).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two commands at once would install into each other
        try:
            Environment(checkout).make(wish)
        except subprocess.CalledProcessError as fault:
            say(f"The environment could not be made: {fault.cmd[0]} ended with {fault.returncode}.")
            return 1
        except KeyboardInterrupt:
            return 130
    if command:
        os.execv(command[0], command)  # noqa: S606 - no shell is meant
    return 0


if __name__ == "__main__":
    sys.exit(main())
