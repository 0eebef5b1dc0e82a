"""Names whose amount is hidden appear in groups, so that no total gives an amount away."""

from django.db import transaction

from colletta.pledges.models import Pledge

GROUP = 5


@transaction.atomic(savepoint=False)
def publish_names(*, campaign_id: int) -> int:
    """Whole groups of waiting names are public; returns how many names became so.

    Whoever watches the page sees the total grow by one gift at a time. A name that appeared with
    its gift would tell the hidden amount by that difference; five names that appear together tell
    only their sum. Names that another transaction holds wait for the next group.
    """
    waiting = Pledge.objects.waiting_names(campaign_id).select_for_update(skip_locked=True)
    ids = list(waiting.order_by("confirmed_at", "id").values_list("pk", flat=True))
    whole = ids[: len(ids) // GROUP * GROUP]
    return Pledge.objects.filter(pk__in=whole).update(name_published=True) if whole else 0
