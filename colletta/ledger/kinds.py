"""Every kind of posting, each with the sentence that explains it.

The same sentences stand in docs/money/chart-of-accounts.md; a test keeps the two equal.
"""

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType({
    "gift": "The money of a pledge arrived at a provider and is held for the campaign.",
    "unclaimed": "Money arrived that no pledge can take; it is held to be given back.",
    "return": "Money that no pledge could take went back to where it came from.",
    "refund": "Money of a gift went back to the supporter; what was raised falls by it.",
    "payout": "Money held for a campaign was paid to its owner; what was raised stays.",
    "match_commitment": "A match unlocked: its partner has committed what it adds.",
    "match_receivable": "A match was confirmed: what its partner owes is fixed.",
    "match_receipt": "A partner paid the owner of a campaign what a match added.",
    "match_release": "A match was missed or withdrawn: what it had committed is free again.",
    "reversal": "A posting that was wrong is undone by one that moves everything back.",
})


class UnknownKindOfPosting(LookupError):
    """A posting of a kind that nobody has explained."""


def must_be_known(kind: str) -> str:
    """Give `kind` back, or raise UnknownKindOfPosting."""
    if kind not in KINDS:
        raise UnknownKindOfPosting(f'"{kind}" is not among the kinds in ledger/kinds.py')
    return kind
