"""The same kind, name and contact address are the same owner."""

from pathlib import Path

import pytest

from colletta.folders.arrival.owners import AddressOfAnother, owner_of
from colletta.folders.contents import Owner, Terms
from colletta.people.models import Organisation, Person
from tests.folders.workbench import read, stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def terms(tmp_path: Path) -> Terms:
    return read(stage(tmp_path)).terms


def organisation(**changes: object) -> Owner:
    said = {
        "kind": "organisation",
        "name": "Circolo Aurora",
        "contact_email": "ciao@aurora.example",
    }
    return Owner(**({**said, "about": {"it": "<p>Noi</p>"}} | changes))  # type: ignore[arg-type]


def ada(**changes: object) -> Owner:
    said = {"kind": "person", "name": "Ada", "contact_email": "ada@posta.example", "about": {}}
    return Owner(**(said | changes))  # type: ignore[arg-type]


def test_an_organisation_is_made_once(terms: Terms) -> None:
    first = owner_of(organisation(), terms)
    assert owner_of(organisation(contact_email="Ciao@Aurora.example"), terms) == first
    assert Organisation.objects.count() == 1
    assert isinstance(first, Organisation)
    assert (first.slug, first.about_language) == ("circolo-aurora", "it")


def test_another_name_or_address_is_another_organisation(terms: Terms) -> None:
    owners = {
        owner_of(organisation(), terms).pk,
        owner_of(organisation(name="Circolo Alba"), terms).pk,
        owner_of(organisation(contact_email="altro@aurora.example"), terms).pk,
    }
    assert len(owners) == 3
    assert set(Organisation.objects.values_list("slug", flat=True)) == {
        "circolo-aurora",
        "circolo-aurora-2",
        "circolo-alba",
    }


def test_what_an_owner_says_of_itself_is_completed_never_overwritten(terms: Terms) -> None:
    owner_of(organisation(), terms)
    owner = owner_of(organisation(about={"it": "<p>Altro</p>", "en": "<p>We</p>"}), terms)
    owner.refresh_from_db()
    assert owner.about == {"it": "<p>Noi</p>", "en": "<p>We</p>"}


def test_a_person_is_known_by_the_folded_address_and_cannot_sign_in_yet(terms: Terms) -> None:
    person = owner_of(ada(), terms)
    assert isinstance(person, Person)
    assert not person.has_usable_password()
    assert owner_of(ada(contact_email="ADA@posta.example"), terms) == person


def test_the_address_of_a_person_is_not_taken_over_under_another_name(terms: Terms) -> None:
    owner_of(ada(), terms)
    with pytest.raises(AddressOfAnother, match=r"ada@posta\.example"):
        owner_of(ada(name="Adele"), terms)
