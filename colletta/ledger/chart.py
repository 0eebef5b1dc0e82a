"""The chart of accounts: every account there can be, by the function that names it.

docs/money/chart-of-accounts.md tells what each is for.
"""

from colletta.ledger.moves import AccountRef, Side


def campaign_fund(campaign_id: int, currency: str) -> AccountRef:
    """What is held for a campaign and not yet paid out. Never below zero."""
    return _of_campaign(campaign_id, "fund", currency, floor=0)


def campaign_raised(campaign_id: int, currency: str) -> AccountRef:
    """Memo: gifts net of refunds and lost disputes. A payout never debits it."""
    return _of_campaign(campaign_id, "raised", currency, floor=0)


def campaign_given(campaign_id: int, currency: str) -> AccountRef:
    """Memo: the other side of what was raised."""
    owner = f"campaign:{campaign_id}"
    return AccountRef(f"{owner}:given", owner, currency, "debit")


def provider_clearing(provider: str, account: str, currency: str) -> AccountRef:
    """What a provider, a bank or a cash box holds for us. `account` may be empty."""
    owner = f"provider:{provider}:{account}" if account else f"provider:{provider}"
    return AccountRef(f"{owner}:{currency}", owner, currency, "debit")


def unclaimed(provider: str, account: str, currency: str) -> AccountRef:
    """What a provider holds for us that no pledge can take, to be given back."""
    place = f"{provider}:{account}" if account else provider
    return AccountRef(f"unclaimed:{place}:{currency}", f"provider:{place}", currency, "credit", 0)


def match_offered(match_id: int, currency: str) -> AccountRef:
    """Memo: the other side of what a match committed and what came of it."""
    return _of_match(match_id, "offered", currency, "debit", None)


def match_committed(match_id: int, currency: str) -> AccountRef:
    """Memo: what a match added when it unlocked, until that is fixed or set free."""
    return _of_match(match_id, "committed", currency, "credit", 0)


def match_receivable(match_id: int, currency: str) -> AccountRef:
    """Memo: what a partner owes for a match that is confirmed."""
    return _of_match(match_id, "receivable", currency, "debit", 0)


def match_owed(match_id: int, currency: str) -> AccountRef:
    """Memo: the other side of it, owed to the owner of the campaign."""
    return _of_match(match_id, "owed", currency, "credit", 0)


def match_received(match_id: int, currency: str) -> AccountRef:
    """Memo: what a partner paid to the owner for a match."""
    return _of_match(match_id, "received", currency, "credit", 0)


def _of_match(
    match_id: int, name: str, currency: str, normal: Side, floor: int | None
) -> AccountRef:
    owner = f"match:{match_id}"
    return AccountRef(f"{owner}:{name}", owner, currency, normal, floor)


def _of_campaign(campaign_id: int, name: str, currency: str, *, floor: int) -> AccountRef:
    owner = f"campaign:{campaign_id}"
    return AccountRef(f"{owner}:{name}", owner, currency, "credit", floor)
