"""Where partners work: the board, what was paid, whom the operator names."""

from datetime import timedelta

import pytest
from django.test import Client

from colletta.history.clock import now
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.models import Call, Match, Partner
from colletta.people.models import Role
from colletta.people.models.desk_role import Role as DeskRole
from tests.cast import circolo_aurora, gift_of_bruno, live_campaign
from tests.desk.staff import at_the_desk
from tests.matching.calls import call_of_delta
from tests.matching.steps import close, looked_at
from tests.matching.teams import application_of, delta_here, dora

pytestmark = pytest.mark.django_db

CONSOLE = "/en/partners/calls/verde-vicino/"


def admitted(given: str, *, days: int = 20) -> Match:
    campaign = live_campaign(closes_at=now() + timedelta(days=days, hours=1))
    made = application_of(campaign, call_of_delta())
    match = admit_campaign(application_id=made.pk, by_id=dora().pk, at=now()).match
    assert match is not None
    gift_of_bruno(campaign, given)
    evaluate_matches(campaign_id=campaign.pk, at=now())
    return match


def test_a_campaign_with_little_time_left_needs_help_and_the_board_says_what_it_lacks(
    client: Client,
) -> None:
    admitted("320.00", days=3)
    client.force_login(dora())
    answer = client.get(CONSOLE)
    assert "3 days, €180 missing" in answer.content.decode()
    sums = {one.kind: one.amount.major() for one in answer.context["board"].stretches}
    assert sums == {
        "paid": "0.00",
        "unlocked": "0.00",
        "risk": "500.00",
        "reserved": "0.00",
        "free": "4500.00",
    }


def test_an_owner_of_the_partner_says_that_a_match_was_paid_and_an_editor_cannot(
    client: Client,
) -> None:
    match = admitted("600.00")
    path = f"/en/partners/matches/{match.pk}/payment/"
    client.force_login(dora())
    assert client.post(path).status_code == 409
    close(match.campaign, days_ago=15)
    assert looked_at(match).state == "confirmed"
    client.force_login(dora(role=Role.EDITOR))
    assert client.post(path).status_code == 404
    client.force_login(dora(role=Role.OWNER))
    assert client.post(path).status_code == 302
    match.refresh_from_db()
    assert match.state == "paid"


def test_the_operator_sees_every_call_and_names_partners(client: Client) -> None:
    call_of_delta()
    delta_here()
    circolo_aurora()
    at_the_desk(client, DeskRole.OPERATOR)
    assert client.get(CONSOLE).status_code == 200
    page = client.get("/en/partners/new/")
    assert page.status_code == 200
    chosen = {"organisation": circolo_aurora().pk}
    assert client.post("/en/partners/new/", chosen).status_code == 302
    assert Partner.objects.get(organisation=circolo_aurora()).name == "Circolo Aurora"


def test_somebody_without_the_second_factor_is_no_operator_here(client: Client) -> None:
    call_of_delta()
    at_the_desk(client, DeskRole.OPERATOR, factor=False)
    assert client.get(CONSOLE).status_code == 404
    assert client.get("/en/partners/new/").status_code == 404


def test_a_call_is_closed_and_its_link_made_and_taken_back(client: Client) -> None:
    call_of_delta()
    client.force_login(dora())
    assert client.post(f"{CONSOLE}board-link/").status_code == 302
    assert Call.objects.get().board_key is not None
    assert client.post(f"{CONSOLE}board-link/withdrawal/").status_code == 302
    assert Call.objects.get().board_key is None
    assert client.post(f"{CONSOLE}closing/").status_code == 302
    assert Call.objects.get().state == "closed"
    assert client.get(f"{CONSOLE}text/").status_code == 404
