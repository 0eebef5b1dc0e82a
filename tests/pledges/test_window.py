"""Nothing is accepted before the opening or after the closing (guard D10)."""

from datetime import timedelta

import psycopg
import pytest

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.pledges.models import Pledge
from colletta.pledges.window import CampaignIsNotOpen
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from tests.cast import approved_campaign, let_the_closing_come, live_campaign, pledge_of_bruno

INSERT = """
    INSERT INTO pledges_pledge
        (campaign_id, name, email, email_key, currency, amount_minor, net_minor, state,
         show_name, show_amount, message)
    VALUES (%s, 'Bruno', '', '', %s, 100, 0, 'pending', false, false, '')
"""


def test_an_open_campaign_accepts_a_pledge(db: None) -> None:
    pledge, payment = pledge_of_bruno(live_campaign())
    assert (pledge.state, payment.state) == ("pending", "intended")
    assert payment.purpose_id == pledge.pk


def test_a_late_pledge_is_refused(db: None) -> None:
    campaign = live_campaign()
    let_the_closing_come(campaign)
    with pytest.raises(CampaignIsNotOpen):
        pledge_of_bruno(campaign)
    assert not Pledge.objects.exists()


def test_an_early_pledge_is_refused(db: None) -> None:
    with pytest.raises(CampaignIsNotOpen):
        pledge_of_bruno(approved_campaign(opens_at=now() + timedelta(hours=1)))


def test_a_cancelled_campaign_accepts_no_pledge(db: None) -> None:
    campaign = live_campaign()
    cancel_campaign(campaign_id=campaign.pk, at=now())
    with pytest.raises(CampaignIsNotOpen):
        pledge_of_bruno(campaign)


@pytest.mark.parametrize("role", ["app", "owner", "superuser"])
def test_the_database_itself_refuses_a_late_pledge(fresh_database, role: str) -> None:
    campaign = live_campaign()
    let_the_closing_come(campaign)
    _refused(fresh_database, role, (campaign.pk, "EUR"), "a_campaign_accepts_pledges_while_open")


@pytest.mark.parametrize("role", ["app", "owner", "superuser"])
def test_F70_the_database_itself_refuses_another_currency(fresh_database, role: str) -> None:
    campaign = live_campaign()
    with fresh_database.connect(role) as connection:
        with pytest.raises(psycopg.errors.ForeignKeyViolation) as refusal:
            connection.execute(INSERT, (campaign.pk, "CHF"))
    assert refusal.value.sqlstate == "23503"


def test_a_late_pledge_is_refused_in_replica_mode_too(fresh_database) -> None:
    campaign = live_campaign()
    let_the_closing_come(campaign)
    _refused(
        fresh_database,
        "superuser",
        (campaign.pk, "EUR"),
        "a_campaign_accepts_pledges_while_open",
        first="SET session_replication_role = replica",
    )


def test_a_pledge_keeps_its_amount(fresh_database) -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    with fresh_database.connect("superuser") as connection:
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            connection.execute(
                "UPDATE pledges_pledge SET amount_minor = 1 WHERE id = %s", (pledge.pk,)
            )
    assert refusal.value.diag.constraint_name == "a_pledge_keeps_its_terms"


def test_the_deadline_is_the_databases_clock(fresh_database) -> None:
    campaign = live_campaign()
    with fresh_database.connect("owner", autocommit=True) as owner:
        owner.execute(
            "CREATE OR REPLACE FUNCTION colletta_now() RETURNS timestamptz LANGUAGE sql VOLATILE "
            "RETURN clock_timestamp() + interval '21 days'"
        )
    with pytest.raises(CampaignIsNotOpen):
        pledge_of_bruno(campaign)
    assert Campaign.objects.get().state == "live"


def _refused(
    database, role: str, values: tuple[int, str], constraint: str, first: str = "SELECT 1"
) -> None:
    with database.connect(role) as connection:
        connection.execute(first)
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            connection.execute(INSERT, values)
    assert refusal.value.sqlstate == "23514"
    assert refusal.value.diag.constraint_name == constraint
