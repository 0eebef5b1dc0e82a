"""An organisation: who it is, how to reach it, its campaigns."""

import pytest
from django.test import Client

from colletta.history.clock import now
from colletta.people.models import Organisation
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from tests.cast import approved_campaign, circolo_aurora, live_campaign
from tests.pages.reading import addresses_of_cards, facts_of, meta_of, words_of

pytestmark = pytest.mark.django_db


def test_it_lists_its_campaigns_in_their_states_and_nobody_elses(client: Client) -> None:
    live_campaign(slug="ours")
    cancel_campaign(campaign_id=live_campaign(slug="called-off").pk, reason="Pioggia", at=now())
    approved_campaign(slug="not-public-yet")
    others = Organisation.objects.create(
        name="Banda di Borgo", slug="banda-di-borgo", contact_email="banda@borgo.example"
    )
    live_campaign(slug="theirs", owner_organisation=others)
    answer = client.get("/en/organisations/circolo-aurora/")
    assert addresses_of_cards(answer) == ["/en/campaigns/ours/", "/en/campaigns/called-off/"]
    assert "Cancelled" in words_of(answer)


def test_it_can_be_written_to(client: Client) -> None:
    circolo_aurora()
    page = client.get("/it/organisations/circolo-aurora/").content.decode()
    assert 'href="mailto:ciao@aurora.example"' in page


def test_what_it_tells_of_itself_is_in_the_pages_language_where_there_is_one(
    client: Client,
) -> None:
    group = circolo_aurora()
    group.about = {"it": "<p>Ci troviamo il martedì.</p>", "en": "<p>We meet on Tuesdays.</p>"}
    group.save()
    answer = client.get("/en/organisations/circolo-aurora/")
    assert "We meet on Tuesdays." in words_of(answer)
    assert meta_of(answer, "description") == ["We meet on Tuesdays."]


def test_in_another_language_its_text_says_which(client: Client) -> None:
    group = circolo_aurora()
    group.about = {"it": "<p>Ci troviamo il martedì.</p>"}
    group.save()
    page = client.get("/en/organisations/circolo-aurora/").content.decode()
    assert '<div class="prose" lang="it"><p>Ci troviamo il martedì.</p>' in page
    assert "shown in its original language" in page


def test_A12_what_it_tells_of_itself_never_runs(client: Client) -> None:
    group = circolo_aurora()
    group.about = {"it": "<p>Ciao<script>window.__x = 1</script></p><img src=x onerror=alert(1)>"}
    group.save()
    page = client.get("/it/organisations/circolo-aurora/").content.decode()
    assert "window.__x" not in page
    assert "onerror" not in page


def test_without_campaigns_it_says_so(client: Client) -> None:
    circolo_aurora()
    assert "Ancora nessun progetto" in words_of(client.get("/it/organisations/circolo-aurora/"))


def test_it_is_an_organisation_for_machines_too(client: Client) -> None:
    circolo_aurora()
    facts = facts_of(client.get("/it/organisations/circolo-aurora/"))
    assert (facts["@type"], facts["name"]) == ("Organization", "Circolo Aurora")
    assert facts["email"] == "ciao@aurora.example"


def test_an_organisation_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/it/organisations/nessuno/").status_code == 404
