"""Settings that are unsafe or missing keep the site from starting (A42)."""

import os
import runpy
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from colletta.cli.doctor.examination import SETTINGS, examine, stopping
from colletta.installation import SettingsUnusable
from tests.cli.doctor.configurations import BAD, GOOD, SANDBOX, UNREADABLE
from tests.cli.running import CHECKOUT

SETTINGS_FILE = CHECKOUT / "colletta" / "config" / "settings.py"


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the surroundings of this run."""
    for name in list(os.environ):
        if name.startswith(("COLLETTA_", "DATABASE_")) or name == "PORT":
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLLETTA_HOME", str(tmp_path))


def settings(changes: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What the settings module makes of the good configuration with these changes."""
    for name, value in {**GOOD, **changes}.items():
        if value:
            monkeypatch.setenv(name, value)
        else:
            monkeypatch.delenv(name, raising=False)
    return SimpleNamespace(**runpy.run_path(str(SETTINGS_FILE)))


def test_there_are_forty_ways_to_be_wrong() -> None:
    assert len(BAD) >= 40


def test_a_good_configuration_is_left_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    assert examine(settings({}, monkeypatch), judges=SETTINGS) == []


@pytest.mark.parametrize("name", BAD)
def test_A42_what_is_unsafe_is_named_and_stops_the_site(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes, setting = BAD[name]
    found = examine(settings(changes, monkeypatch), judges=SETTINGS)
    fitting = [one for one in found if one.setting == setting]
    assert fitting, found
    assert all(one.cure for one in found)
    assert stopping(fitting, "serve")
    assert stopping(fitting, "worker")


@pytest.mark.parametrize("name", UNREADABLE)
def test_A42_what_cannot_be_read_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (setting,) = UNREADABLE[name]
    with pytest.raises(SettingsUnusable, match=setting):
        settings(UNREADABLE[name], monkeypatch)


@pytest.mark.parametrize("wrong", ["DEBUG", "CSRF_TRUSTED_ORIGINS", "SESSION_COOKIE_HTTPONLY"])
def test_A42_a_settings_module_of_ones_own_is_judged_as_well(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"DEBUG": True, "CSRF_TRUSTED_ORIGINS": ["https://*.example.org"]}
    own = settings({}, monkeypatch)
    setattr(own, wrong, values.get(wrong, False))
    assert stopping(examine(own, judges=SETTINGS), "serve")


@pytest.mark.parametrize("demonstration", ["0", "1"])
def test_A42_money_that_is_not_real_never_stands_beside_real_money(
    demonstration: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = settings({**SANDBOX, "COLLETTA_DEMO": demonstration}, monkeypatch)
    own.PAYMENT_PROVIDERS = {**own.PAYMENT_PROVIDERS, "stripe": {"key": "sk_live_1"}}
    assert stopping(examine(own, judges=SETTINGS), "serve")


def test_a_demonstration_may_take_money_that_is_not_real(monkeypatch: pytest.MonkeyPatch) -> None:
    own = settings({**SANDBOX, "COLLETTA_DEMO": "1"}, monkeypatch)
    found = examine(own, judges=SETTINGS)
    assert stopping(found, "serve") == []
    assert [one.setting for one in found] == ["COLLETTA_DEMO"]


def test_a_site_of_this_machine_alone_needs_neither_certificate_nor_mail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    changes = {**dict.fromkeys(GOOD, ""), **SANDBOX}
    assert examine(settings(changes, monkeypatch), judges=SETTINGS) == []


def test_a_misspelled_setting_is_told_with_the_right_name(monkeypatch: pytest.MonkeyPatch) -> None:
    own = settings({"COLLETTA_HOST": "aurora.example.org"}, monkeypatch)
    (found,) = examine(own, judges=SETTINGS)
    assert (found.setting, found.stops) == ("COLLETTA_HOST", "nothing")
    assert "COLLETTA_HOSTS" in found.cure
