"""The chart of accounts and its page say the same."""

import re
from pathlib import Path

from colletta.ledger.chart import (
    campaign_fund,
    campaign_given,
    campaign_raised,
    match_committed,
    match_offered,
    match_owed,
    match_receivable,
    match_received,
    provider_clearing,
    unclaimed,
)
from colletta.ledger.kinds import KINDS

PAGE = (Path(__file__).parents[2] / "docs/money/chart-of-accounts.md").read_text(encoding="utf-8")
ACCOUNTS, KINDS_TOLD, REFUSALS = PAGE.split("\n## ")[1:4]


def test_the_page_explains_every_kind_of_posting_in_the_same_words() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", KINDS_TOLD, re.MULTILINE))
    assert told == dict(KINDS)


def test_the_page_tells_every_account_with_its_side_and_floor() -> None:
    rows = re.findall(r"^\| `(\S+)` \| (\w+) \| (\w+) \|", ACCOUNTS, re.MULTILINE)
    of_campaign = [campaign_fund(7, "EUR"), campaign_raised(7, "EUR"), campaign_given(7, "EUR")]
    expected = {
        (account.code.replace("7", "<id>"), account.normal, str(account.floor).lower())
        for account in of_campaign
    }
    for of_match in (
        match_committed(7, "EUR"),
        match_receivable(7, "EUR"),
        match_owed(7, "EUR"),
        match_received(7, "EUR"),
        match_offered(7, "EUR"),
    ):
        floor = "none" if of_match.floor is None else str(of_match.floor)
        expected.add((of_match.code.replace("7", "<id>"), of_match.normal, floor))
    clearing = provider_clearing("<provider>", "<account>", "<currency>")
    expected.add((clearing.code, clearing.normal, "none"))
    held = unclaimed("<provider>", "<account>", "<currency>")
    expected.add((held.code, held.normal, str(held.floor)))
    assert set(rows) == expected


def test_a_provider_without_accounts_of_its_own_has_a_shorter_code() -> None:
    assert provider_clearing("card", "", "EUR").code == "provider:card:EUR"
    assert provider_clearing("stripe", "acct_1", "EUR").code == "provider:stripe:acct_1:EUR"


def test_the_page_names_constraints_that_the_guards_name() -> None:
    migrations = Path(__file__).parents[2] / "colletta/ledger/migrations"
    guards = "".join(path.read_text(encoding="utf-8") for path in migrations.glob("*.*"))
    for name in re.findall(r"`(ledger_\w+)`", REFUSALS):
        assert name in guards
