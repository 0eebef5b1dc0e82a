"""Which letters come to a mailbox."""

import pytest
from django.test import Client

from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Mailbox, Preference
from colletta.mail.preference_link import address_of, end_address_of
from colletta.mail.preferences import timing_of
from colletta.people.models import Role
from tests.cast import ada, bruno, circolo_aurora, live_campaign
from tests.mail.choosing import switch_off
from tests.pages.reading import words_of
from tests.people.teams import place_of

pytestmark = pytest.mark.django_db
LIA = "lia@posta.example"


def link(mailbox: Mailbox | None = None, language: str = "it") -> str:
    return path(address_of(mailbox or Mailbox.objects.at(LIA), language))


def path(address: str) -> str:
    return "/" + address.split("/", 3)[3]


def test_one_click_of_a_mail_program_ends_one_kind_and_a_look_does_not() -> None:
    mailbox = Mailbox.objects.at(LIA)
    end = path(end_address_of(mailbox, [Topic.UPDATES], "it"))
    program = Client(enforce_csrf_checks=True)
    page = program.get(end)
    assert "Non vuoi più queste lettere?" in words_of(page)
    assert "Quello che raccontano le persone di una campagna" in words_of(page)
    assert timing_of(LIA, Topic.UPDATES) == Timing.AT_ONCE
    answer = program.post(end, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 302
    assert not answer.cookies
    assert timing_of(LIA, Topic.UPDATES) == Timing.NEVER
    assert "Queste lettere non arrivano più:" in words_of(program.get(answer["Location"]))
    assert timing_of(LIA, Topic.MESSAGES) == Timing.AT_ONCE


def test_one_click_on_a_letter_of_the_day_ends_all_that_it_told_of() -> None:
    end = end_address_of(Mailbox.objects.at(LIA), [Topic.UPDATES, Topic.MESSAGES], "it")
    Client().post(path(end).replace("/end/", "-nothing/end/"))
    assert set(Preference.objects.values_list("topic", flat=True)) == {"updates", "messages"}


def test_what_comes_when_is_chosen_by_the_link(client: Client) -> None:
    page = client.get(link())
    assert "lia@posta.example" in words_of(page)
    assert "Le donazioni alle tue campagne" not in words_of(page)
    chosen = {"updates": "daily", "milestones": "never", "deadlines": "at_once"}
    answer = client.post(link(), chosen | {"messages": "at_once", "comments": "never"}, follow=True)
    assert "La tua scelta è salvata" in words_of(answer)
    assert timing_of(LIA, Topic.UPDATES) == Timing.DAILY
    assert timing_of(LIA, Topic.COMMENTS) == Timing.NEVER
    assert client.post(link(), {"updates": "hourly"}).status_code == 422


def test_one_button_stops_them_all(client: Client) -> None:
    client.post(link(), {"none": "1"})
    assert set(Preference.objects.values_list("timing", flat=True)) == {"never"}
    assert not Preference.objects.filter(topic=Topic.GIFTS).exists()


def test_it_speaks_the_language_of_its_address(client: Client) -> None:
    assert "Once a day, together" in words_of(client.get(link(language="en")))


def test_whoever_is_signed_in_has_the_same_page_without_the_link(client: Client) -> None:
    assert client.get("/it/people/letters/").status_code == 302
    client.force_login(bruno(), "allauth.account.auth_backends.AuthenticationBackend")
    assert "bruno@posta.example" in words_of(client.get("/it/people/letters/"))
    client.post("/it/people/letters/", {"none": "1"})
    assert timing_of(bruno().email, Topic.UPDATES) == Timing.NEVER


def test_the_people_of_a_campaign_choose_about_gifts_too(client: Client) -> None:
    live_campaign()
    place_of(ada(), circolo_aurora(), Role.OWNER)
    page = words_of(client.get(link(Mailbox.objects.at(ada().email))))
    assert "Le donazioni alle tue campagne" in page


def test_A48_an_altered_link_opens_nothing(client: Client) -> None:
    altered = link().replace("/letters/", "/letters/9")
    for rest in ("", "updates/end/"):
        assert client.post(altered + rest, {"none": "1"}).status_code == 404
    assert not Preference.objects.exists()


def test_an_address_where_letters_came_back_is_told_so(client: Client) -> None:
    mailbox = switch_off(LIA, Topic.UPDATES)
    mailbox.undeliverable_at = mailbox.proved_at = "2027-01-01T00:00:00Z"
    mailbox.save()
    assert "sono tornate indietro" in words_of(client.get(link(mailbox)))
