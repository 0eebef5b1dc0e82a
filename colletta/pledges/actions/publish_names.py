"""Names whose amount is hidden appear in groups, so that no total gives an amount away."""

from django.db import transaction

from colletta.pledges.models import Pledge

GROUP = 5


@transaction.atomic
def publish_names(*, campaign_id: int) -> int:
    """Whole groups of waiting names are public; returns how many names became so.

    Whoever watches the page sees the total grow by one gift at a time. A name that appeared with
    its gift would tell the hidden amount by that difference; five names that appear together tell
    only their sum. They are five people: several gifts of one are one name, or the group would
    tell what that person gave. Names that another transaction holds wait for the next group.
    """
    waiting = Pledge.objects.waiting_names(campaign_id).select_for_update(skip_locked=True)
    first_gifts: dict[str, int] = {}
    for pledge in waiting.order_by("confirmed_at", "id").only("pk", "email_key"):
        first_gifts.setdefault(pledge.email_key or str(pledge), pledge.pk)
    ids = list(first_gifts.values())
    groups = [ids[start : start + GROUP] for start in range(0, len(ids) - GROUP + 1, GROUP)]
    return sum(Pledge.objects.filter(pk__in=one).update(name_group=one[0]) for one in groups)
