"""A campaign accepts pledges while it is open: the database decides, this names its refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction

LOCK_CAMPAIGN = """
    SELECT 1 FROM campaigns_campaign
    WHERE id = (SELECT campaign_id FROM pledges_pledge WHERE id = %s) FOR SHARE
"""
LOCK_PLEDGE = "SELECT 1 FROM pledges_pledge WHERE id = %s FOR UPDATE"


class CampaignIsNotOpen(Exception):
    """The campaign has not opened yet, is over, or was stopped."""


@contextmanager
def while_open(campaign_id: int) -> Iterator[None]:
    """A transaction whose pledge is accepted or refused as a whole (guard D10).

    Raises CampaignIsNotOpen.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refused:
        if "accepts no pledges now" in str(refused):
            raise CampaignIsNotOpen(f"campaign:{campaign_id}") from refused
        raise


def hold_campaign_of(pledge_id: int) -> None:
    """No closing of this pledge's campaign begins until this transaction ends (rule R6)."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK_CAMPAIGN, [pledge_id])


def lock_pledge(pledge_id: int) -> None:
    """The pledge is locked for this transaction, its campaign held before it (rule R6)."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK_CAMPAIGN, [pledge_id])
        cursor.execute(LOCK_PLEDGE, [pledge_id])
