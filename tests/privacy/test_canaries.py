"""A52: after an erasure nobody finds who it was, wherever they look."""

import io
import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.checks import check_books
from colletta.ledger.models import Account, Posting, Transfer
from colletta.mail.models import Letter
from colletta.pages.memory import forget_pages
from colletta.people.models import Person
from colletta.privacy.actions.forget_letters import forget_letters
from colletta.privacy.models import KeptReceipt
from colletta.privacy.registry import HOLDINGS
from colletta.privacy.subject import subject_of_person
from tests.cast import ada
from tests.pages.privacy.test_own import PAGE, files_in, signed_in
from tests.privacy.asking import tables_that_say
from tests.privacy.canary import NAME, WORD, leave_marks, quirino

pytestmark = pytest.mark.django_db
MARKED = {
    "account_emailaddress",
    "campaigns_campaign",
    "campaigns_campaigntext",
    "campaigns_gallerypicture",
    "campaigns_question",
    "community_appeal",
    "community_case",
    "community_comment",
    "community_conversation",
    "community_message",
    "community_report",
    "community_update",
    "history_delivery",
    "mail_bounce",
    "mail_letter",
    "mail_mailbox",
    "people_invitation",
    "people_linkedsignin",
    "people_person",
    "pictures_picture",
    "pledges_pledge",
    "pledges_refundrequest",
    "pledges_supporter",
}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that the site writes into its log meanwhile."""
    (console,) = [one for one in logging.getLogger().handlers if one.name == "console"]
    assert isinstance(console, logging.StreamHandler)
    written = io.StringIO()
    before = console.setStream(written)
    yield written
    console.setStream(before)


def pages_of_everybody(slug: str) -> str:
    """Every public page that could show them, as somebody without a session sees it."""
    campaigns = [f"/it/campaigns/{one}/" for one in (slug, "voliera")]
    below = [f"{one}{more}" for one in campaigns for more in ("", "supporters/", "comments/")]
    visitor = Client()
    answers = [visitor.get(address) for address in (*below, "/it/", "/it/campaigns/")]
    assert {answer.status_code for answer in answers} == {200}
    return "".join(answer.content.decode() for answer in answers).lower()


def the_books() -> list[object]:
    return [list(table.objects.order_by("pk").values()) for table in (Account, Posting, Transfer)]


def media() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_A52_no_word_of_theirs_is_left_but_the_dated_receipts(
    client: Client,
    log: io.StringIO,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    files = set(media())
    campaign = leave_marks(client)
    person, books, figures = quirino(), the_books(), figures_of(campaign, at=now())
    assert tables_that_say(WORD).keys() >= MARKED
    assert WORD in pages_of_everybody(campaign.slug)
    signed_in(client, person)
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(f"{PAGE}erasure/", {"understood": "on"}, follow=True)
    assert done.status_code == 200
    Letter.objects.filter(kind="privacy.erased").update(begun_at=now(), sent_at=now())
    forget_letters(at=now() + timedelta(hours=1))

    left = tables_that_say(WORD)
    assert left.keys() == {"privacy_keptreceipt"}, left
    receipts = KeptReceipt.objects.all()
    assert len(left["privacy_keptreceipt"]) == len(receipts) == 2
    assert {one.kept_until.year for one in receipts} == {now().year + 10}
    assert tables_that_say(NAME.partition(" ")[0]).keys() == {"privacy_keptreceipt"}

    assert WORD not in pages_of_everybody(campaign.slug)
    assert "qualcuno che ha lasciato il sito" in pages_of_everybody(campaign.slug)
    assert Client().get("/it/campaigns/voliera/messages/new/").status_code == 404
    assert WORD not in log.getvalue().lower()
    assert Fact.objects.filter(kind="memory.forgotten").exists()
    forget_pages()
    assert WORD not in repr(vars(caches["fragments"])).lower()
    assert set(media()) == files
    assert (the_books(), figures_of(campaign, at=now())) == (books, figures)
    assert [one for one in check_books() if not one.holds] == []
    told = Fact.objects.filter(kind="campaign.forgot_somebody").values_list("about", flat=True)
    assert f"campaign:{campaign.pk}" in told


def test_A52_the_export_before_it_holds_every_kind_of_mark(client: Client) -> None:
    leave_marks(client)
    files = files_in(signed_in(client, quirino()).get(f"{PAGE}export/").content)
    rooms = ("campaigns", "cases", "elsewhere", "mail", "people", "pledges", "talk")
    assert {f"{room}.json" for room in rooms} - {"elsewhere.json"} <= files.keys()
    for room in set(rooms) - {"elsewhere"}:
        assert WORD in files[f"{room}.json"].lower()
    assert any(name.startswith("pictures/") for name in files)


def test_A52_somebody_elses_export_says_nothing_of_them(client: Client) -> None:
    leave_marks(client)
    ada_s = files_in(signed_in(Client(), ada()).get(f"{PAGE}export/").content)
    ada_s.pop("mail.json")  # the letter in which they wrote to her campaign
    everything = "".join(ada_s.values()).lower()
    assert "dice il canarino" not in everything
    assert "quirino.canarino@" not in everything
    assert "forza dal" not in everything


def test_A52_nothing_is_anybodys_for_a_subject_without_person_and_address(client: Client) -> None:
    leave_marks(client)
    stranger = subject_of_person(Person.objects.create_person(email="new@x.example", name="Neu"))
    named = {one.name for one in HOLDINGS if one.theirs(stranger).exists()}
    assert named == {"person"}
