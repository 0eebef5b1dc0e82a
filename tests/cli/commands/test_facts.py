"""Who reacts to what, from the command line."""

from pathlib import Path

from colletta.history.kinds import KINDS
from tests.cli.running import colletta, surroundings


def test_every_kind_of_fact_is_told_without_a_database(tmp_path: Path) -> None:
    asked = colletta("facts", environment=surroundings(tmp_path))
    assert asked.returncode == 0, asked.stderr
    for kind, sentence in KINDS.items():
        assert f"{kind}: {sentence}" in asked.stdout.splitlines()
