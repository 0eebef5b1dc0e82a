"""What the law asked to keep is kept no longer."""

from datetime import datetime, timedelta

from colletta.privacy.models import KeptReceipt


def end_terms(*, at: datetime) -> int:
    """Receipts whose last day is over everywhere are gone; how many went now."""
    # The last zone ends its day twelve hours after UTC does.
    yesterday = (at - timedelta(hours=12)).date()
    gone, _ = KeptReceipt.objects.filter(kept_until__lt=yesterday).delete()
    return gone
