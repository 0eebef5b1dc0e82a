"""The checks of closed campaigns find what is wrong."""

import pytest

from colletta.history.clock import now
from colletta.ledger.checks import check_books
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import gift_of_bruno, let_the_closing_come, live_campaign, promise_of_bruno
from tests.database import Database

TAMPERED = {
    "UPDATE campaigns_closure SET promised_minor = 1": "frozen_promises_that_do_not_add_up",
    "DELETE FROM campaigns_closure": "closings_without_frozen_sums",
}


@pytest.mark.parametrize("tampering", TAMPERED)
def test_what_was_tampered_with_is_found(fresh_database: Database, tampering: str) -> None:
    for slug, target in {"reached": 100, "missed": 100_000}.items():
        campaign = live_campaign(slug=slug, type="all-or-nothing", target_minor=target)
        promise_of_bruno(campaign)
        let_the_closing_come(campaign)
        close_campaign(campaign_id=campaign.pk, at=now())
    gift_of_bruno(live_campaign(slug="open"))
    assert _broken() == set()
    with fresh_database.connect("superuser") as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(tampering)
    assert TAMPERED[tampering] in _broken()


def _broken() -> set[str]:
    return {result.name.rpartition(".")[2] for result in check_books() if not result.holds}
