"""Letters about applications."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.mail.models import Letter
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.decline_application import decline_application
from colletta.matching.reactions import write_to_the_partner, write_to_whoever_applied
from tests.cast import approved_campaign
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of, delta_here, dora

pytestmark = pytest.mark.django_db


def test_the_partner_s_contact_hears_once_that_a_campaign_applied() -> None:
    delta_here()
    made = application_of(approved_campaign(), call_of_delta())
    fact = Fact.objects.get(kind="application.made")
    for _ in range(2):
        write_to_the_partner(fact)
    letter = Letter.objects.get(kind="matching.applied")
    assert letter.to == "bandi@delta.example"
    assert f"/it/partners/applications/{made.pk}/" in letter.text


def test_whoever_applied_hears_that_the_campaign_is_admitted() -> None:
    made = application_of(approved_campaign(), call_of_delta())
    admit_campaign(application_id=made.pk, by_id=dora().pk, at=now())
    write_to_whoever_applied(Fact.objects.get(kind="application.admitted"))
    letter = Letter.objects.get(kind="matching.admitted")
    assert letter.to == "ada@posta.example"
    assert "/it/calls/verde-vicino/applications/orto-in-cortile/" in letter.text


def test_whoever_was_declined_reads_the_reason_in_a_letter() -> None:
    made = application_of(approved_campaign(), call_of_delta())
    decline_application(
        application_id=made.pk, by_id=dora().pk, reason="È troppo lontano.", at=now()
    )
    write_to_whoever_applied(Fact.objects.get(kind="application.declined"))
    letter = Letter.objects.get(kind="matching.declined")
    assert "È troppo lontano." in letter.text
    assert "È troppo lontano." in letter.html
