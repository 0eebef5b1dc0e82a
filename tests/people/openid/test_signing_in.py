"""Signing in with another site, and whom it may be taken for."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from colletta.history.models import Fact
from colletta.mail.models import Letter
from colletta.people.models import LinkedSignIn, Person
from tests.people.openid.visit import Visit, proved

# What is chosen at the provider, and the word with which we refuse it.
REFUSED = {
    "wrong_issuer": "does not hold",
    "wrong_audience": "does not hold",
    "expired": "does not hold",
    "bad_signature": "does not hold",
    "unsigned": "does not hold",
    "signed_with_public_key": "does not hold",
    "unknown_key": "does not hold",
    "no_nonce": "does not hold",
    "other_nonce": "does not hold",
    "no_id_token": "does not hold",
    "not_json": "does not answer as it should",
    "token_500": "does not answer as it should",
    "denied": "without signing in there",
    "no_state": "lost sight of you",
    "other_state": "lost sight of you",
    "no_email": "did not tell us an e-mail",
}


def test_somebody_new_joins_with_the_mailbox_the_other_site_proved(visit: Visit) -> None:
    answer = visit.sign_in()
    assert answer.status_code == 302
    ada = visit.who()
    assert ada is not None
    assert (ada.name, ada.email, ada.has_usable_password()) == ("Ada", "ada@posta.example", False)
    assert EmailAddress.objects.get(user=ada).verified
    assert Fact.objects.get(kind="person.email_proved").about == f"person:{ada.pk}"


def test_who_came_once_is_known_by_the_subject_not_by_the_address(visit: Visit) -> None:
    visit.sign_in()
    ada = visit.who()
    visit.client.logout()
    visit.sign_in(email="new@posta.example", fault="unverified")
    assert visit.who() == ada
    assert Person.objects.count() == 1


def test_a_mailbox_proved_on_both_sides_is_one_person(visit: Visit) -> None:
    ada = proved("Ada", "Ada@posta.example")
    visit.sign_in()
    assert visit.who() == ada
    link = LinkedSignIn.objects.get()
    assert (link.person, link.issuer, link.subject) == (ada, visit.url, "ada-1")
    assert Letter.objects.get(kind="person.sign_in_linked").to == "Ada@posta.example"


@pytest.mark.parametrize(("fault", "word"), REFUSED.items())
def test_what_does_not_hold_lets_nobody_in(visit: Visit, fault: str, word: str) -> None:
    proved("Ada", "ada@posta.example")
    answer = visit.sign_in(fault=fault)
    assert answer.status_code == 400
    assert word in answer.content.decode()
    assert visit.who() is None
    assert not LinkedSignIn.objects.exists()


def test_A8_an_address_that_only_looks_the_same_is_not_let_in(visit: Visit) -> None:
    proved("Ada", "ada@ﬁne.example")
    answer = visit.sign_in(email="ada@fine.example")
    assert (answer.status_code, visit.who()) == (302, None)
    assert Letter.objects.get(kind="person.openid_proof").to == "ada@ﬁne.example"


def test_another_subject_with_the_same_unproved_address_is_not_merged(visit: Visit) -> None:
    visit.sign_in()
    visit.client.logout()
    visit.sign_in(subject="mallory-1", fault="unverified")
    assert visit.who() is None
    assert LinkedSignIn.objects.count() == 1


def test_the_browser_that_comes_back_is_the_one_that_left(visit: Visit) -> None:
    address = visit.choose(visit.leave()["Location"])
    other = Visit(Client(), visit.url)
    answer = other.come_back(address)
    assert "lost sight of you" in answer.content.decode()
    assert (other.who(), visit.who()) == (None, None)


def test_an_answer_is_good_once(visit: Visit) -> None:
    address = visit.choose(visit.leave()["Location"])
    visit.come_back(address)
    visit.client.logout()
    assert visit.come_back(address).status_code == 400
    assert visit.who() is None


def test_A26_only_a_form_of_ours_sends_to_the_other_site(visit: Visit) -> None:
    assert visit.client.get("/en/people/openid/tests/departure/").status_code == 405
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/en/people/openid/tests/departure/").status_code == 403


def test_state_nonce_and_challenge_are_new_each_time(visit: Visit) -> None:
    one, two = (parse_qs(urlsplit(visit.leave()["Location"]).query) for _ in range(2))
    for part in ("state", "nonce", "code_challenge"):
        assert len(one[part][0]) >= 43
        assert one[part] != two[part]
    assert one["code_challenge_method"] == ["S256"]
    assert one["redirect_uri"] == ["http://testserver/people/openid/tests/return/"]


def test_it_leads_on_to_where_the_person_was_going(visit: Visit) -> None:
    assert visit.sign_in(onward="/en/campaigns/")["Location"] == "/en/campaigns/"


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_A20_it_leads_on_to_no_other_host(visit: Visit, address: str) -> None:
    assert "evil" not in (there := visit.sign_in(onward=address)["Location"])
    assert there.startswith("/en/")


def test_A9_the_session_of_before_is_another_one_afterwards(visit: Visit) -> None:
    there = visit.leave()["Location"]
    before = visit.client.session.session_key
    visit.come_back(visit.choose(there))
    assert visit.client.session.session_key != before


def test_a_closed_person_stays_out(visit: Visit) -> None:
    ada = proved("Ada", "ada@posta.example")
    Person.objects.filter(pk=ada.pk).update(is_active=False)
    visit.sign_in()
    assert visit.who() is None


def test_with_nothing_configured_there_is_no_button_and_no_way(client: Client, db: None) -> None:
    for page in ("sign-in", "join"):
        assert "/openid/" not in client.get(f"/en/people/{page}/").content.decode()
    assert client.post("/en/people/openid/google/departure/").status_code == 404


@pytest.mark.parametrize("where", ["sign-in", "join"])
def test_the_buttons_stand_before_the_first_field(visit: Visit, where: str) -> None:
    text = visit.client.get(f"/it/people/{where}/").content.decode()
    assert "Continua con Piazza" in text
    assert text.index("Continua con Piazza") < text.index('type="email"')


def test_A31_a_name_of_another_site_that_leads_elsewhere_is_not_taken_over(visit: Visit) -> None:
    visit.sign_in(name="Vinci su https://posta.example")
    assert (who := visit.who()) is not None
    assert who.name == "ada"
