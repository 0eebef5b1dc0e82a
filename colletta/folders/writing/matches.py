"""The list [[match]] of campaign.toml."""

from colletta.folders.writing.documents import Value
from colletta.folders.writing.sums import written_ratio, written_share, written_sum
from colletta.matching.models import Match


def match_values(match: Match) -> dict[str, Value]:
    """One [[match]]: who gives what, from which threshold on."""
    currency = match.campaign.currency
    return {
        "partner": match.partner.name.strip(),
        "partner_place": match.partner.place.strip(),
        "threshold": written_sum(match.threshold_minor, currency),
        "threshold_share": written_share(match.threshold_share),
        "minimum_supporters": match.minimum_supporters or None,
        "window_days": match.window_days,
        "gives": match.gives,
        "amount": written_sum(match.amount_minor, currency),
        "share": written_share(match.share),
        "ratio": written_ratio(match.ratio),
        "cap": written_sum(match.cap_minor, currency),
        "cap_per_gift": written_sum(match.cap_per_gift_minor, currency),
        "counts_offline": match.counts_offline or None,
        "call": match.call_name,
    }
