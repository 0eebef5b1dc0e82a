"""A mail proves the mailbox where one of the two sides only was told of it."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from colletta.mail.models import Letter
from colletta.people.models import LinkedSignIn, Person
from tests.people.openid.visit import SITE, Visit, proved


def link_in(letter: Letter) -> str:
    """The path of the link in a letter."""
    line = next(line for line in letter.text.splitlines() if "/proof/" in line)
    return line.removeprefix(SITE)


def proof() -> str:
    return link_in(Letter.objects.filter(kind="person.openid_proof").latest("pk"))


def test_an_address_the_other_site_did_not_prove_is_proved_by_mail(visit: Visit) -> None:
    answer = visit.sign_in(fault="unverified")
    assert answer["Location"] == "/en/people/openid/sent/"
    assert "Look into your mailbox" in visit.client.get(answer["Location"]).content.decode()
    assert not Person.objects.exists()
    assert visit.client.get(proof()).status_code == 200
    assert visit.who() is None
    visit.client.post(proof())
    ada = visit.who()
    assert ada is not None
    assert EmailAddress.objects.get(user=ada).verified


def test_a_person_whose_mailbox_was_not_proved_here_proves_it_first(visit: Visit) -> None:
    ada = proved("Ada", "ada@posta.example", verified=False)
    visit.sign_in()
    assert visit.who() is None
    visit.client.post(proof())
    assert visit.who() == ada


def test_who_waited_with_a_password_for_the_owner_of_the_mailbox_is_out(visit: Visit) -> None:
    waiting = proved("Mallory", "ada@posta.example", verified=False)
    visit.sign_in()
    visit.client.post(proof())
    waiting.refresh_from_db()
    assert not waiting.has_usable_password()


def test_a_proved_person_keeps_the_password_when_a_sign_in_is_added(visit: Visit) -> None:
    ada = proved("Ada", "ada@posta.example")
    visit.sign_in(fault="unverified")
    visit.client.post(proof())
    ada.refresh_from_db()
    assert visit.who() == ada
    assert ada.check_password("a row of many words")


def test_opencollective_4265_the_link_is_good_only_where_it_was_asked_for(visit: Visit) -> None:
    """Mallory comes with Ada's address, and Ada presses the link of the mail she gets."""
    proved("Ada", "ada@posta.example")
    visit.sign_in(subject="mallory-1", fault="unverified")
    ada = Client()
    assert ada.post(proof()).status_code == 404
    assert not LinkedSignIn.objects.exists()


def test_the_link_is_good_once(visit: Visit) -> None:
    visit.sign_in(fault="unverified")
    visit.client.post(proof())
    assert visit.client.post(proof()).status_code == 404


def test_the_link_is_good_for_an_hour(visit: Visit) -> None:
    visit.sign_in(fault="unverified")
    session = visit.client.session
    session["openid_proof"]["until"] -= timedelta(hours=1).total_seconds()
    session.save()
    assert visit.client.post(proof()).status_code == 404


def test_a_second_mail_ends_the_link_of_the_first(visit: Visit) -> None:
    visit.sign_in(fault="unverified")
    first = proof()
    visit.sign_in(fault="unverified")
    assert visit.client.post(first).status_code == 404


def test_A5_the_answer_is_the_same_whether_the_address_is_known(visit: Visit) -> None:
    proved("Ada", "ada@posta.example")
    known = visit.sign_in(fault="unverified")
    unknown = visit.sign_in(email="eva@posta.example", subject="eva", fault="unverified")
    assert known["Location"] == unknown["Location"]
    one, two = Letter.objects.filter(kind="person.openid_proof").order_by("pk")
    assert one.text.replace(link_in(one), "") == two.text.replace(link_in(two), "")


def test_A4_one_mailbox_is_not_flooded(visit: Visit) -> None:
    answers = [visit.sign_in(fault="unverified").status_code for _ in range(8)]
    assert answers[-1] == 429
    assert Letter.objects.count() <= 5


@pytest.mark.parametrize("path", ["openid/sent/", "openid/proof/nothing/"])
def test_without_anything_waiting_the_pages_say_so(visit: Visit, path: str) -> None:
    assert visit.client.get(f"/en/people/{path}").status_code in {302, 404}
