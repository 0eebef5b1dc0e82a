"""The list of other sites a person signs in with."""

from colletta.people.models import LinkedSignIn
from tests.people.openid.visit import Visit, proved


def test_a_signed_in_person_adds_another_site_and_takes_it_away(visit: Visit) -> None:
    ada = proved("Ada", "ada@posta.example")
    visit.enter(ada)
    assert "Continue with Piazza" in visit.client.get("/en/people/ways-in/").content.decode()
    visit.sign_in(email="ada@work.example", subject="ada-at-work")
    link = LinkedSignIn.objects.get(person=ada)
    assert "ada@work.example" in visit.client.get("/en/people/ways-in/").content.decode()
    visit.client.post(f"/en/people/ways-in/{link.pk}/removal/")


def test_a_sign_in_of_somebody_else_is_not_taken_over(visit: Visit) -> None:
    visit.sign_in()
    visit.client.logout()
    bruno = proved("Bruno", "bruno@posta.example")
    visit.enter(bruno)
    answer = visit.sign_in()
    assert answer.status_code == 400
    assert "Somebody else" in answer.content.decode()
    assert visit.who() == bruno


def test_nobody_removes_what_is_somebody_elses(visit: Visit) -> None:
    visit.sign_in()
    link = LinkedSignIn.objects.get()
    visit.client.logout()
    visit.sign_in(subject="bruno-1", email="bruno@posta.example")
    assert visit.client.post(f"/en/people/ways-in/{link.pk}/removal/").status_code == 404
    assert LinkedSignIn.objects.filter(pk=link.pk).exists()


def test_who_just_came_in_removes_it_while_the_mailbox_remains(visit: Visit) -> None:
    visit.sign_in()
    link = LinkedSignIn.objects.get()
    assert visit.client.post(f"/en/people/ways-in/{link.pk}/removal/").status_code == 302
    assert not LinkedSignIn.objects.exists()


def test_a_session_that_was_left_open_adds_no_way_in_of_somebody_else(visit: Visit) -> None:
    """It would outlive the change of password by which its person gets rid of the stranger."""
    ada = proved("Ada", "ada@posta.example")
    visit.client.force_login(ada, "allauth.account.auth_backends.AuthenticationBackend")
    answer = visit.leave()
    assert answer["Location"].startswith("/en/people/identity/")
    again = visit.client.post(answer["Location"], {"password": "a row of many words"})
    visit.come_back(visit.choose(again["Location"], subject="ada-at-work"))
    assert LinkedSignIn.objects.get().person == ada
