"""supporters.csv: gifts and promises already made."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colletta.folders.reading import rows
from colletta.money import Money
from tests.folders.workbench import NOON, add, edit, faults_of, garden, only_fault, read, stage

FILE = "supporters.csv"
HEADER = "minutes_after_opening,name,email,amount,currency,method,show_name,show_amount,message"
OPENED = NOON - timedelta(days=20)
DINA = {
    "minutes_after_opening": "60",
    "name": "Dina",
    "email": "dina@posta.example",
    "amount": "5.00",
    "currency": "EUR",
    "method": "card",
    "show_name": "no",
    "show_amount": "no",
    "message": "",
}


def with_row(place: Path, **changes: str) -> Path:
    """The garden with one row: Dina's gift, changed."""
    folder = garden(place)
    row = DINA | changes
    (folder / FILE).write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    return folder


def test_every_gift_is_read_with_its_time_and_switches(tmp_path: Path) -> None:
    gifts = read(garden(tmp_path)).gifts
    assert [gift.name for gift in gifts] == ["Bruno", "Dina", "Elio", "", "Bruno"]
    bruno, _dina, elio, stall, again = gifts
    assert bruno.at == OPENED + timedelta(minutes=60)
    assert (bruno.amount, bruno.method) == (Money(2000, "EUR"), "card")
    assert (bruno.show_name, bruno.show_amount, bruno.message) == (True, True, "Forza, orto!")
    assert (elio.show_name, elio.show_amount) == (True, False)
    assert elio.message == "Per i bambini\ne per il rione"
    assert (stall.name, stall.email, stall.method) == ("", "", "cash")
    assert again.email == "BRUNO@posta.example"


def test_gifts_are_put_in_order_of_time(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    lines = (folder / FILE).read_text().splitlines()
    (folder / FILE).write_text("\n".join([lines[0], *reversed(lines[1:])]))
    assert [gift.name for gift in read(folder).gifts] == ["Bruno", "Dina"]


def test_a_folder_may_have_no_supporters_yet(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    (folder / FILE).write_text(HEADER + "\n")
    assert read(folder).gifts == []
    (folder / FILE).unlink()
    assert read(folder).gifts == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("minutes_after_opening", ""),
        ("minutes_after_opening", "-1"),
        ("minutes_after_opening", "1.5"),
        ("minutes_after_opening", "٦"),
        ("minutes_after_opening", "999999999"),
        ("name", ""),
        ("name", "D" * 201),
        ("name", "Di\x07na"),
        ("name", "Di\u202ena"),
        ("name", '"Di\nna"'),
        ("email", ""),
        ("email", "dina"),
        ("email", "dina@"),
        ("email", "dina@posta.example\x00".replace("\x00", "\x08")),
        ("amount", ""),
        ("amount", "5"),
        ("amount", "5.0"),
        ("amount", "0.00"),
        ("amount", "-5.00"),
        ("amount", "1e3"),
        ("amount", "NaN"),
        ("amount", "５.00"),
        ("amount", " 5.00"),
        ("amount", '"1,000.00"'),
        ("amount", "1000000000.01"),
        ("currency", "USD"),
        ("currency", "eur"),
        ("currency", ""),
        ("method", "bancomat"),
        ("method", ""),
        ("show_name", "YES"),
        ("show_name", "true"),
        ("show_amount", ""),
        ("message", "x" * 501),
        ("message", "\x1b[31mred"),
    ],
)
def test_a_faulty_value_is_named_by_line_and_column(
    tmp_path: Path, column: str, value: str
) -> None:
    fault = only_fault(with_row(tmp_path, **{column: value}))
    assert (fault.file, fault.line, fault.key) == (FILE, 2, column)


@pytest.mark.parametrize("minutes", [-1, 20 * 24 * 60 + 1, 30 * 24 * 60, 31 * 24 * 60])
def test_a_gift_lies_inside_the_campaign_and_not_in_the_future(
    tmp_path: Path, minutes: int
) -> None:
    at = (OPENED + timedelta(minutes=minutes)).isoformat()
    fault = only_fault(with_row(tmp_path, at=at, minutes_after_opening=""))
    assert fault.key == "at"
    assert "This lies" in fault.reason


@pytest.mark.parametrize("minutes", [0, 20 * 24 * 60])
def test_the_opening_and_this_very_moment_are_in_time(tmp_path: Path, minutes: int) -> None:
    folder = with_row(tmp_path, minutes_after_opening=str(minutes))
    assert read(folder).gifts[0].at == OPENED + timedelta(minutes=minutes)


def test_a_gift_at_the_closing_is_too_late_as_in_the_database(tmp_path: Path) -> None:
    folder = with_row(tmp_path, minutes_after_opening=str(19 * 24 * 60))
    edit(folder, "campaign.toml", 'closes = "+10d"', 'closes = "-1d"')
    assert "after the closing" in only_fault(folder).reason


def test_only_cash_may_come_without_name_and_address(tmp_path: Path) -> None:
    gift = read(with_row(tmp_path, name="", email="", method="cash")).gifts[0]
    assert (gift.name, gift.email) == ("", "")


def test_nobody_has_given_before_the_opening(tmp_path: Path) -> None:
    folder = with_row(tmp_path, minutes_after_opening="0")
    edit(folder, "campaign.toml", 'opens = "-20d"', 'opens = "+1d"')
    assert any("Nobody can have given" in fault.reason for fault in faults_of(folder))


def test_an_exported_instant_decides_to_the_second(tmp_path: Path) -> None:
    at = OPENED + timedelta(minutes=60, seconds=17)
    folder = with_row(tmp_path, at=at.isoformat(), state="confirmed")
    assert read(folder).gifts[0].at == at


def test_an_exported_instant_that_contradicts_the_minutes_is_refused(tmp_path: Path) -> None:
    at = (OPENED + timedelta(minutes=90)).isoformat()
    assert only_fault(with_row(tmp_path, at=at)).key == "at"


@pytest.mark.parametrize("at", ["yesterday", "2026-06-01", "60"])
def test_an_exported_instant_is_a_date(tmp_path: Path, at: str) -> None:
    assert only_fault(with_row(tmp_path, at=at)).key == "at"


@pytest.mark.parametrize(
    ("closes", "state", "fits"),
    [
        ("+5d", "promised", True),
        ("+5d", "confirmed", False),
        ("-1d", "confirmed", True),
        ("-1d", "dropped", True),
        ("-1d", "promised", False),
        ("+5d", "refunded", False),
    ],
)
def test_an_exported_state_is_the_one_that_loading_brings(
    tmp_path: Path, closes: str, state: str, fits: bool
) -> None:
    folder = stage(tmp_path)
    edit(folder, "campaign.toml", 'closes = "+5d"', f'closes = "{closes}"')
    lines = (folder / FILE).read_text().splitlines()
    exported = [f"{lines[0]},state", f"{lines[1]},{state}"]
    (folder / FILE).write_text("\n".join(exported))
    assert [fault.key for fault in faults_of(folder)] == ([] if fits else ["state"])


def test_a_column_that_is_missing_unknown_or_there_twice_is_named(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, FILE, "show_amount,message", "show_amout,name")
    found = {fault.key: fault for fault in faults_of(folder)}
    assert set(found) == {"show_amount", "message", "show_amout", "name"}
    assert 'Did you mean "show_amount"?' in found["show_amout"].reason
    assert {fault.line for fault in found.values()} == {1}


def test_a_row_of_another_length_is_named_by_the_line_it_begins_on(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    add(folder, FILE, "\n99,Fabio\n")
    fault = only_fault(folder)
    assert (fault.line, fault.key) == (9, "")
    assert "2 values" in fault.reason


def test_an_open_quote_is_a_fault_with_its_line(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    add(folder, FILE, '99,"Fabio,x\n')
    assert "not CSV" in only_fault(folder).reason
    assert only_fault(folder).line == 8


def test_an_empty_file_has_no_header(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    (folder / FILE).write_text("")
    assert len(faults_of(folder)) == 9


def test_more_rows_than_can_be_loaded_are_refused(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    row = ",".join(DINA.values())
    (folder / FILE).write_text("\n".join([HEADER, *[row] * (rows.MOST_ROWS + 1)]))
    assert "more than 50000 rows" in only_fault(folder).reason


@given(text=st.text(max_size=200))
def test_whatever_stands_in_the_file_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = stage(tmp_path_factory.mktemp("any"))
    (folder / FILE).write_text(f"{HEADER}\n{text}", encoding="utf-8", errors="ignore")
    assert all(fault.file == FILE for fault in faults_of(folder))
