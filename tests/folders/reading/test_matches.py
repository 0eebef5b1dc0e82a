"""A partner's rule, as data."""

from pathlib import Path

import pytest

from colletta.folders.contents import Match
from colletta.money import Money
from tests.folders.workbench import add, faults_of, garden, only_fault, read, stage


def rule(tmp_path: Path, *lines: str, partner: str = 'partner = "Fondazione Delta"') -> Path:
    folder = stage(tmp_path)
    add(folder, "campaign.toml", "\n".join(["", "[[match]]", partner, *lines, ""]))
    return folder


def only_match(folder: Path) -> Match:
    (match,) = read(folder).matches
    return match


def test_a_rule_is_read_with_everything_it_says(tmp_path: Path) -> None:
    assert read(garden(tmp_path)).matches[0] == Match(
        partner="Fondazione Delta",
        partner_place="Trieste",
        threshold=None,
        threshold_share=5000,
        minimum_supporters=10,
        window_days=25,
        gives="ratio",
        amount=None,
        share=None,
        ratio=5000,
        cap=Money(30_000, "EUR"),
        cap_per_gift=Money(5000, "EUR"),
        counts_offline=False,
        call="verde-vicino",
    )


def test_a_threshold_may_be_nothing_at_all(tmp_path: Path) -> None:
    match = only_match(rule(tmp_path, 'threshold = "0"', 'gives = "flat"', 'amount = "5000"'))
    assert match.threshold == Money(0, "JPY")
    assert match.amount == Money(5000, "JPY")


def test_a_gap_needs_no_measure(tmp_path: Path) -> None:
    match = only_match(rule(tmp_path, 'threshold = "45000"', 'gives = "gap-to-target"'))
    assert (match.cap, match.window_days, match.minimum_supporters) == (None, None, 0)


@pytest.mark.parametrize(
    ("written", "share"), [("60%", 6000), ("33.33%", 3333), ("0.5%", 50), ("100%", 10_000)]
)
def test_a_share_is_kept_in_hundredths_of_a_percent(
    tmp_path: Path, written: str, share: int
) -> None:
    folder = rule(
        tmp_path, 'threshold_share = "40%"', 'gives = "share-of-target"', f'share = "{written}"'
    )
    assert (only_match(folder).threshold_share, only_match(folder).share) == (4000, share)


@pytest.mark.parametrize(
    ("written", "ratio"), [("1.0", 10_000), ("1", 10_000), ("0.0001", 1), ("10", 100_000)]
)
def test_a_ratio_is_kept_in_ten_thousandths(tmp_path: Path, written: str, ratio: int) -> None:
    folder = rule(
        tmp_path, 'threshold = "0"', 'gives = "ratio"', f'ratio = "{written}"', 'cap = "100"'
    )
    assert only_match(folder).ratio == ratio


GAP = 'gives = "gap-to-target"'
ZERO = 'threshold = "0"'


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ([GAP], "match[1]"),
        ([GAP, ZERO, 'threshold_share = "40%"'], "match[1].threshold_share"),
        ([GAP, 'threshold = "-1"'], "match[1].threshold"),
        ([GAP, 'threshold = "0.00"'], "match[1].threshold"),
        ([GAP, 'threshold_share = "40"'], "match[1].threshold_share"),
        ([GAP, 'threshold_share = "101%"'], "match[1].threshold_share"),
        ([GAP, "threshold_share = 0.4"], "match[1].threshold_share"),
        ([ZERO], "match[1].gives"),
        ([ZERO, 'gives = "gap"'], "match[1].gives"),
        ([ZERO, 'gives = "flat"'], "match[1].amount"),
        ([ZERO, 'gives = "flat"', 'amount = "0"'], "match[1].amount"),
        ([ZERO, 'gives = "share-of-target"'], "match[1].share"),
        ([ZERO, 'gives = "share-of-target"', 'share = "0%"'], "match[1].share"),
        ([ZERO, 'gives = "ratio"', 'cap = "100"'], "match[1].ratio"),
        ([ZERO, 'gives = "ratio"', 'ratio = "1.0"'], "match[1].cap"),
        ([ZERO, 'gives = "ratio"', 'ratio = "0"', 'cap = "9"'], "match[1].ratio"),
        ([ZERO, 'gives = "ratio"', 'ratio = "10.0001"', 'cap = "9"'], "match[1].ratio"),
        ([ZERO, 'gives = "ratio"', "ratio = 1.0", 'cap = "9"'], "match[1].ratio"),
        ([ZERO, 'gives = "ratio"', 'ratio = "1:1"', 'cap = "9"'], "match[1].ratio"),
        ([ZERO, GAP, 'amount = "9"'], "match[1].amount"),
        ([ZERO, GAP, 'cap_per_gift = "9"'], "match[1].cap_per_gift"),
        ([ZERO, GAP, 'cap = "0"'], "match[1].cap"),
        ([ZERO, GAP, "window_days = 0"], "match[1].window_days"),
        ([ZERO, GAP, "minimum_supporters = -1"], "match[1].minimum_supporters"),
        ([ZERO, GAP, 'counts_offline = "no"'], "match[1].counts_offline"),
        ([ZERO, GAP, 'call = "Verde Vicino"'], "match[1].call"),
        ([ZERO, GAP, "treshold = 3"], "match[1].treshold"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused_by_key(
    tmp_path: Path, lines: list[str], key: str
) -> None:
    assert only_fault(rule(tmp_path, *lines)).key == key


def test_a_rule_without_a_partner_is_refused(tmp_path: Path) -> None:
    found = faults_of(rule(tmp_path, ZERO, GAP, partner="partner_place = 3"))
    assert [fault.key for fault in found] == ["match[1].partner", "match[1].partner_place"]
