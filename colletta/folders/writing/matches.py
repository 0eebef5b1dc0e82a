"""The list [[match]] of campaign.toml."""

from colletta.folders.writing.documents import Value
from colletta.folders.writing.sums import written_ratio, written_share, written_sum
from colletta.matching.models import Match, Terms


def match_values(match: Match) -> dict[str, Value]:
    """One [[match]]: who gives what, from which threshold on."""
    return {
        "partner": match.partner.name.strip(),
        "partner_place": match.partner.place.strip(),
        **rule_values(match, match.campaign.currency),
        "call": match.call_name,
    }


def rule_values(terms: Terms, currency: str) -> dict[str, Value]:
    """The keys of a rule, here and in the table [rule] of a call."""
    return {
        "threshold": written_sum(terms.threshold_minor, currency),
        "threshold_share": written_share(terms.threshold_share),
        "minimum_supporters": terms.minimum_supporters or None,
        "window_days": terms.window_days,
        "gives": terms.gives,
        "amount": written_sum(terms.amount_minor, currency),
        "share": written_share(terms.share),
        "ratio": written_ratio(terms.ratio),
        "cap": written_sum(terms.cap_minor, currency),
        "cap_per_gift": written_sum(terms.cap_per_gift_minor, currency),
        "counts_offline": terms.counts_offline or None,
    }
