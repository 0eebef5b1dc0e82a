"""Organisations on the screen of who is in their team."""

from typing import Any

import pytest
from django.test import Client

from colletta.mail.models import Letter
from colletta.people.models import Invitation, Membership, Organisation, Person, Role
from tests.people.teams import founded_by, place_of, somebody, token_in

pytestmark = pytest.mark.django_db

HOME = "/it/people/organisations/"


def as_person(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def typed(**changes: str) -> dict[str, str]:
    """The form, filled in."""
    return {
        "name": "Banda di Borgo",
        "place": "Borgo",
        "kind": "association",
        "contact_email": "banda@borgo.example",
        "about": "Suoniamo in piazza.\n\nVieni!",
    } | changes


def test_a_signed_in_person_founds_an_organisation_and_it_has_a_page() -> None:
    ada = as_person(somebody("Ada"))
    answer = ada.post(f"{HOME}new/", typed())
    assert answer["Location"] == f"{HOME}banda-di-borgo/team/"
    page = Client().get("/it/organisations/banda-di-borgo/").content.decode()
    assert "<p>Vieni!</p>" in page
    assert "Associazione" in page
    assert "Borgo" in page
    assert "banda@borgo.example" not in page


def test_the_contact_stands_on_the_page_once_it_is_chosen() -> None:
    ada = as_person(somebody("Ada"))
    ada.post(f"{HOME}new/", typed(contact_shown="on"))
    assert (
        "banda@borgo.example" in Client().get("/en/organisations/banda-di-borgo/").content.decode()
    )


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("name", "", "Scrivi il nome"),
        ("name", "  ", "Scrivi il nome"),
        ("name", "x" * 10_000, "200"),
        ("name", "Vinci su www.evil.example", "indirizzo internet"),
        ("name", "Vinci su https://evil.example", "indirizzo internet"),
        ("name", "\x07\x07", ""),
        ("kind", "kingdom", ""),
        ("kind", "", "Scegli"),
        ("contact_email", "nessuno", ""),
        ("about", "x" * 6_000, "5000"),
    ],
)
def test_bad_input_is_explained_and_kept(field: str, value: str, word: str) -> None:
    answer = as_person(somebody("Ada")).post(f"{HOME}new/", typed(**{field: value}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="field__error"' in page
    assert word in page
    assert field == "about" or "Suoniamo in piazza." in page
    assert not Organisation.objects.exists()


def test_the_same_organisation_again_is_explained() -> None:
    ada = as_person(somebody("Ada"))
    ada.post(f"{HOME}new/", typed())
    assert ada.post(f"{HOME}new/", typed()).status_code == 422


def test_A23_what_the_form_does_not_ask_has_no_effect() -> None:
    ada = as_person(somebody("Ada"))
    ada.post(f"{HOME}new/", typed(slug="new", id="77", about_language="de", role="treasurer"))
    founded = Organisation.objects.get()
    assert (founded.slug, founded.about_language) == ("banda-di-borgo", "it")
    assert Membership.objects.get().role == Role.OWNER


def test_an_editor_changes_the_page_in_the_language_of_the_form() -> None:
    organisation = founded_by(somebody("Ada"))
    place_of(somebody("Bruno"), organisation, Role.EDITOR)
    bruno = as_person(somebody("Bruno"))
    form = bruno.get("/en/people/organisations/banda-di-borgo/").content.decode()
    assert "Suoniamo" not in form
    bruno.post("/en/people/organisations/banda-di-borgo/", typed(about="We play."))
    assert "We play." in Client().get("/en/organisations/banda-di-borgo/").content.decode()
    assert "Suoniamo" in Client().get("/it/organisations/banda-di-borgo/").content.decode()


# Who may do what: every address of a team for everybody. 404 for who has nothing to do with it.
ADDRESSES = {
    "edit": ("GET", "banda-di-borgo/"),
    "team": ("GET", "banda-di-borgo/team/"),
    "invite": ("POST", "banda-di-borgo/invitations/"),
    "role": ("POST", "banda-di-borgo/team/{bruno}/role/"),
    "take_out": ("POST", "banda-di-borgo/team/{bruno}/removal/"),
}
ALLOWED = {
    Role.OWNER: {"edit", "team", "invite", "role", "take_out"},
    Role.EDITOR: {"edit", "team"},
    Role.MODERATOR: {"team"},
    Role.TREASURER: {"team"},
    None: set(),
}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("role", ALLOWED)
def test_A21_A22_each_role_reaches_its_own_addresses_alone(role: Role | None, address: str) -> None:
    organisation = founded_by(somebody("Ada"))
    place_of(somebody("Bruno"), organisation, Role.TREASURER)
    carla = somebody("Carla")
    if role:
        place_of(carla, organisation, role)
    method, path = ADDRESSES[address]
    where = HOME + path.format(bruno=somebody("Bruno").pk)
    answer = as_person(carla).generic(method, where)
    assert (answer.status_code != 404) == (address in ALLOWED[role])
    assert answer.status_code < 500


@pytest.mark.parametrize("path", ["", "new/", "banda-di-borgo/", "banda-di-borgo/team/"])
def test_who_is_not_signed_in_signs_in_first(path: str) -> None:
    founded_by(somebody("Ada"))
    answer = Client().get(HOME + path)
    assert answer["Location"].startswith("/it/people/sign-in/?next=")


def invite(owner: Client, **changes: str) -> Any:
    said = {"email": "bruno@posta.example", "role": "editor"} | changes
    return owner.post(f"{HOME}banda-di-borgo/invitations/", said)


def test_an_invitation_is_taken_up_by_the_link_of_its_mail() -> None:
    organisation = founded_by(somebody("Ada"))
    invite(as_person(somebody("Ada")))
    path = f"{HOME}invitations/{token_in(Letter.objects.get())}/"
    assert Client().get(path)["Location"].startswith("/it/people/sign-in/?next=")
    bruno = as_person(somebody("Bruno"))
    assert "Ada ti invita" in bruno.get(path).content.decode()
    assert not organisation.memberships.filter(person=somebody("Bruno")).exists()
    assert bruno.post(path)["Location"] == f"{HOME}banda-di-borgo/team/"
    assert bruno.post(path).status_code == 404
    assert organisation.memberships.get(person=somebody("Bruno")).role == Role.EDITOR


def test_a_wrong_invitation_is_explained_and_kept() -> None:
    founded_by(somebody("Ada"))
    answer = invite(as_person(somebody("Ada")), email="bruno@")
    assert answer.status_code == 422
    assert 'value="bruno@"' in answer.content.decode()
    assert invite(as_person(somebody("Ada")), role="king").status_code == 422
    assert not Invitation.objects.exists()


def test_an_owner_takes_an_invitation_back() -> None:
    founded_by(somebody("Ada"))
    ada = as_person(somebody("Ada"))
    invite(ada)
    ada.post(f"{HOME}banda-di-borgo/invitations/{Invitation.objects.get().pk}/removal/")
    assert not Invitation.objects.open().exists()


def test_a_member_leaves_and_the_last_owner_is_told_why_not() -> None:
    organisation = founded_by(somebody("Ada"))
    bruno = somebody("Bruno")
    place_of(bruno, organisation, Role.EDITOR)
    left = as_person(bruno).post(f"{HOME}banda-di-borgo/team/{bruno.pk}/removal/")
    assert left["Location"] == HOME
    ada = somebody("Ada")
    stays = as_person(ada).post(f"{HOME}banda-di-borgo/team/{ada.pk}/removal/")
    assert stays.status_code == 409
    assert organisation.memberships.get().person == ada


def test_pages_of_a_team_are_kept_by_nobody() -> None:
    founded_by(somebody("Ada"))
    answer = as_person(somebody("Ada")).get(f"{HOME}banda-di-borgo/team/")
    assert "no-store" in answer["Cache-Control"]
