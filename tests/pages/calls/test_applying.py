"""A campaign applies; the partner scores, admits, declines."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from colletta.matching.models import Application, Match
from tests.cast import approved_campaign, bruno
from tests.matching.calls import call_of_delta
from tests.matching.teams import ada_in_her_group, application_of, dora

pytestmark = pytest.mark.django_db

APPLY = "/en/calls/verde-vicino/applications/orto-in-cortile/"
QUESTIONS = [
    {"key": "why", "label": {"en": "Why you?"}, "kind": "text", "required": True},
    {"key": "plan", "label": {"en": "Your plan"}, "kind": "file", "required": False},
]


def document(content: bytes = b"%PDF-1.7 plan", name: str = "plan.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_campaign_applies_and_is_admitted(client: Client) -> None:
    approved_campaign()
    call_of_delta(questions=QUESTIONS)
    client.force_login(ada_in_her_group())
    assert "Can apply" in client.get("/en/calls/verde-vicino/applications/").content.decode()
    assert client.get(APPLY).status_code == 200
    assert client.post(APPLY, {"why": "We dig.", "plan": document()}).status_code == 302
    made = Application.objects.get()
    client.force_login(dora())
    seen = client.get(f"/en/partners/applications/{made.pk}/").content.decode()
    assert "We dig." in seen
    assert "plan.pdf" in seen
    assert client.post(f"/en/partners/applications/{made.pk}/admission/").status_code == 302
    assert Match.objects.get().state == "offered"
    assert "Waits for the opening" in client.get("/en/calls/verde-vicino/").content.decode()


def test_a_pool_that_cannot_bear_it_says_so_with_both_sums(client: Client) -> None:
    made = application_of(approved_campaign(), call_of_delta(pool_minor=40_000))
    client.force_login(dora())
    answer = client.post(f"/en/partners/applications/{made.pk}/admission/")
    assert answer.status_code == 409
    assert "It may cost €500, and €400 of the pool are free." in answer.content.decode()


def test_what_is_no_document_is_refused_and_the_answer_stays(client: Client) -> None:
    approved_campaign()
    call_of_delta(questions=QUESTIONS)
    client.force_login(ada_in_her_group())
    answer = client.post(APPLY, {"why": "We dig.", "plan": document(b"<script>", "plan.pdf")})
    assert answer.status_code == 422
    assert "Send a PDF, a PNG or a JPEG" in answer.content.decode()
    assert "We dig." in answer.content.decode()


def test_a_document_is_fetched_by_both_sides_alone_and_never_shown(client: Client) -> None:
    approved_campaign()
    call_of_delta(questions=QUESTIONS)
    client.force_login(ada_in_her_group())
    client.post(APPLY, {"why": "We dig.", "plan": document()})
    sent = Application.objects.get().attachments.get()
    for person in (ada_in_her_group(), dora()):
        client.force_login(person)
        answer = client.get(f"/en/partners/attachments/{sent.pk}/")
        assert (answer.status_code, answer.content) == (200, b"%PDF-1.7 plan")
        assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'
        assert answer["X-Content-Type-Options"] == "nosniff"
    client.force_login(bruno())
    assert client.get(f"/en/partners/attachments/{sent.pk}/").status_code == 404


def test_a_refusal_needs_a_reason_which_the_campaign_reads(client: Client) -> None:
    made = application_of(approved_campaign(), call_of_delta())
    client.force_login(dora())
    path = f"/en/partners/applications/{made.pk}"
    assert client.post(f"{path}/refusal/", {"reason": ""}).status_code == 422
    assert client.post(f"{path}/score/", {"score": "7", "note": "Good."}).status_code == 302
    assert client.post(f"{path}/score/", {"score": "11"}).status_code == 422
    assert client.post(f"{path}/refusal/", {"reason": "Too far."}).status_code == 302
    client.force_login(ada_in_her_group())
    seen = client.get(APPLY).content.decode()
    assert "Too far." in seen
    assert "Good." not in seen


def test_who_applied_takes_it_back(client: Client) -> None:
    application_of(approved_campaign(), call_of_delta())
    client.force_login(bruno())
    assert client.post(f"{APPLY}withdrawal/").status_code == 404
    client.force_login(ada_in_her_group())
    assert client.post(f"{APPLY}withdrawal/").status_code == 302
    assert Application.objects.get().state == "withdrawn"
