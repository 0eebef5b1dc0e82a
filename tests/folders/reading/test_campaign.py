"""The tables [campaign] and [owner]."""

from pathlib import Path

import pytest

from tests.folders.workbench import edit, faults_of, only_fault, read, stage


def changed(tmp_path: Path, key: str, line: str) -> Path:
    """The smallest folder with the line of one key replaced."""
    folder = stage(tmp_path)
    lines = (folder / "campaign.toml").read_text(encoding="utf-8").split("\n")
    at = next(number for number, text in enumerate(lines) if text.startswith(key))
    lines[at] = line
    (folder / "campaign.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "key",
    [
        *("slug", "title", "type", "category", "target", "currency", "opens", "closes"),
        *("timezone", "language", "sdgs", "kind", "name", "contact_email"),
    ],
)
def test_a_key_that_must_be_there_is_missed_by_name(tmp_path: Path, key: str) -> None:
    found = faults_of(changed(tmp_path, key, ""))
    assert [fault.key.rpartition(".")[2] for fault in found] == [key]
    assert "missing" in found[0].reason


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("slug", 'slug = "Palco"'),
        ("slug", 'slug = "palco--in"'),
        ("slug", 'slug = "palco_in"'),
        ("slug", 'slug = "piazzà"'),
        ("slug", 'slug = "new"'),
        ("slug", f'slug = "{"x" * 81}"'),
        ("slug", "slug = 3"),
        ("title", 'title = "A stage"'),
        ("title", 'title.en = ""'),
        ("title", 'title.en = "   "'),
        ("title", f'title.en = "{"x" * 201}"'),
        ("title", 'title.en = "a\\nb"'),
        ("title", 'title.en = "a\\u202eb"'),
        ("title", "title.en = 3"),
        ("title", 'title = {en = "A stage", italian = "Un palco"}'),
        ("title", 'title.it = "Un palco"'),
        ("type", 'type = "all-and-nothing"'),
        ("category", 'category = "theater"'),
        ("target", "target = 90000"),
        ("target", 'target = "90000.00"'),
        ("target", 'target = "0"'),
        ("target", 'target = "-1"'),
        ("target", 'target = "1000000001"'),
        ("target", 'target = " 5"'),
        ("target", 'target = "１２"'),
        ("target", 'target = "1e5"'),
        ("target", 'target = "NaN"'),
        ("timezone", 'timezone = "Europe/Trieste"'),
        ("timezone", 'timezone = "../../etc/passwd"'),
        ("language", 'language = "english"'),
        ("sdgs", "sdgs = [0]"),
        ("sdgs", "sdgs = [18]"),
        ("sdgs", "sdgs = [4, 4]"),
        ("sdgs", 'sdgs = ["4"]'),
        ("sdgs", "sdgs = [true]"),
        ("sdgs", "sdgs = 4"),
        ("kind", 'kind = "Person"'),
        ("contact_email", 'contact_email = "ada"'),
        ("contact_email", 'contact_email = "ada@posta.example\\nBcc: x@y.example"'),
    ],
)
def test_a_faulty_value_is_named_by_its_key(tmp_path: Path, key: str, line: str) -> None:
    fault = only_fault(changed(tmp_path, key, line))
    assert key in fault.key
    assert fault.line
    assert fault.reason.endswith(".")


@pytest.mark.parametrize(
    ("currency", "target"), [("EUR", "0.01"), ("KWD", "1.500"), ("JPY", "1000000000")]
)
def test_a_sum_has_the_decimals_of_its_currency(tmp_path: Path, currency: str, target: str) -> None:
    folder = changed(tmp_path, "target", f'target = "{target}"')
    edit(folder, "campaign.toml", '"JPY"', f'"{currency}"')
    (folder / "supporters.csv").unlink()
    assert read(folder).terms.target.major() == target


@pytest.mark.parametrize("code", ["XXX", "eur", "€", "EURO", "978"])
def test_an_unknown_currency_is_one_fault_not_one_for_every_sum(tmp_path: Path, code: str) -> None:
    fault = only_fault(changed(tmp_path, "currency", f'currency = "{code}"'))
    assert fault.key == "campaign.currency"


def test_the_closing_comes_after_the_opening(tmp_path: Path) -> None:
    folder = changed(tmp_path, "closes", 'closes = "-10d"')
    assert only_fault(folder).key == "campaign.closes"


def test_a_misspelled_key_is_told_its_right_name(tmp_path: Path) -> None:
    folder = changed(tmp_path, "type", 'type = "all-or-nothing"\ntagine.en = "A curtain"')
    assert 'Did you mean "tagline"?' in only_fault(folder).reason


@pytest.mark.parametrize(
    ("opens", "closes", "state"),
    [("+1d", "+9d", "scheduled"), ("-1d", "+9d", "live"), ("-9d", "-1d", "ended")],
)
def test_the_state_follows_from_the_dates(
    tmp_path: Path, opens: str, closes: str, state: str
) -> None:
    folder = changed(tmp_path, "opens", f'opens = "{opens}"')
    edit(folder, "campaign.toml", 'closes = "+5d"', f'closes = "{closes}"')
    (folder / "supporters.csv").unlink()
    assert read(folder).terms.state == state


@pytest.mark.parametrize("state", ["draft", "approved", "live", "cancelled"])
def test_a_state_may_be_named(tmp_path: Path, state: str) -> None:
    folder = changed(tmp_path, "sdgs", f'sdgs = []\nstate = "{state}"')
    (folder / "supporters.csv").unlink()
    assert read(folder).terms.state == state


@pytest.mark.parametrize("state", ["scheduled", "ended", "closing", "settled", "open", ""])
def test_a_state_that_the_dates_belie_or_nobody_knows_is_refused(
    tmp_path: Path, state: str
) -> None:
    folder = changed(tmp_path, "sdgs", f'sdgs = []\nstate = "{state}"')
    (folder / "supporters.csv").unlink()
    assert only_fault(folder).key == "campaign.state"
