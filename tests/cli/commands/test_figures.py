"""The figures of a campaign, for scripts and for people."""

import json

import pytest

from tests.cast import gift_of_bruno, live_campaign
from tests.cli.running import colletta
from tests.database import Database


def test_scripts_get_every_figure_as_json(fresh_database: Database) -> None:
    gift_of_bruno(live_campaign(target_minor=10_000), "50.50")
    asked = colletta(
        "figures", "orto-in-cortile", "--json", environment=fresh_database.environment()
    )
    found = json.loads(asked.stdout)
    assert found["raised"] == "50.50"
    assert found["target"] == "100.00"
    assert found["missing"] == "49.50"
    assert (found["percent"], found["supporters"], found["state"]) == (50, 1, "live")
    assert found["matches"] == []
    assert asked.returncode == 0


def test_people_get_a_line_a_figure(fresh_database: Database) -> None:
    live_campaign()
    asked = colletta("figures", "orto-in-cortile", environment=fresh_database.environment())
    assert "target      1000.00" in asked.stdout.splitlines()


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_an_unknown_slug_is_named(fresh_database: Database, options: list[str]) -> None:
    asked = colletta("figures", "nessuno", *options, environment=fresh_database.environment())
    assert (asked.returncode, asked.stdout) == (1, "")
    assert asked.stderr == 'There is no campaign "nessuno".\n'
