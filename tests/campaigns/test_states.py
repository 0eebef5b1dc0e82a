"""A campaign and a pledge take only listed steps, whoever writes them (guard D17)."""

import psycopg
import pytest

from colletta.history.models import StateChange
from tests.cast import gift_of_bruno, live_campaign
from tests.database import Database

ROLES = ["app", "owner", "superuser", "replica"]
REFUSED = {
    "campaigns_campaign": ["draft", "approved", "scheduled", "ended", "settled", "nonsense"],
    "pledges_pledge": ["pending", "promised", "expired", "withdrawn", "dropped", "nonsense"],
}
STEPS = [(table, state) for table, states in REFUSED.items() for state in states]


@pytest.mark.parametrize("role", ROLES)
def test_a_step_that_is_not_listed_is_refused(fresh_database: Database, role: str) -> None:
    gift_of_bruno(live_campaign())
    changes = StateChange.objects.count()
    for table, state in STEPS:
        money = "net_minor = 0, " if table == "pledges_pledge" else ""
        with _connected(fresh_database, role) as connection:
            refused = pytest.raises(psycopg.errors.CheckViolation, match=r"campaign|pledge")
            with refused as refusal, connection.transaction():
                connection.execute(f"UPDATE {table} SET {money}state = '{state}'")
        assert refusal.value.sqlstate == "23514"
    assert StateChange.objects.count() == changes


@pytest.mark.parametrize("role", ["app", "owner", "superuser"])
def test_a_listed_step_leaves_its_event_row(fresh_database: Database, role: str) -> None:
    campaign = live_campaign()
    with _connected(fresh_database, role) as connection:
        connection.execute("UPDATE campaigns_campaign SET state = 'suspended'")
    change = StateChange.objects.filter(subject="campaign", object_id=campaign.pk).latest("pk")
    assert (change.before, change.after) == ("live", "suspended")


def _connected(database: Database, role: str) -> psycopg.Connection:
    connection = database.connect("superuser" if role == "replica" else role)
    if role == "replica":
        connection.execute("SET session_replication_role = replica")
    return connection
