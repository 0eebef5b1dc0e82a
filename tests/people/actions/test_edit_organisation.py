"""Changing what an organisation tells of itself."""

from typing import Any

import pytest

from colletta.history.models import Fact
from colletta.people.actions.edit_organisation import edit_organisation
from colletta.people.actions.found_organisation import OrganisationIsThere
from colletta.people.models import Kind, Organisation
from tests.people.teams import founded_by, somebody

pytestmark = pytest.mark.django_db


def edited(organisation: Organisation, **changes: Any) -> Organisation:
    terms: dict[str, Any] = {
        "name": organisation.name,
        "place": organisation.place,
        "kind": Kind(organisation.kind),
        "contact_email": organisation.contact_email,
        "contact_shown": organisation.contact_shown,
        "about": "Suoniamo in piazza.",
        "language": "it",
    }
    edit_organisation(
        organisation_id=organisation.pk, by_id=somebody("Ada").pk, **(terms | changes)
    )
    organisation.refresh_from_db()
    return organisation


def test_a_new_name_keeps_the_address_and_is_told() -> None:
    organisation = edited(founded_by(somebody("Ada")), name="Banda Nuova", contact_shown=True)
    assert (organisation.name, organisation.slug) == ("Banda Nuova", "banda-di-borgo")
    assert organisation.shown_contact == "banda@borgo.example"
    assert Fact.objects.get(kind="organisation.edited").about == f"organisation:{organisation.pk}"


def test_a_text_in_another_language_leaves_the_first() -> None:
    organisation = edited(founded_by(somebody("Ada")), about="We play.", language="en")
    assert organisation.about == {"it": "<p>Suoniamo in piazza.</p>", "en": "<p>We play.</p>"}


def test_a_loaded_text_keeps_its_links_while_its_words_are_the_same() -> None:
    organisation = founded_by(somebody("Ada"))
    loaded = '<p>Ciao, <a href="https://borgo.example/">qui</a>.</p>\n<p>Vieni!</p>'
    Organisation.objects.update(about={"it": loaded})
    assert edited(organisation, about="Ciao, qui.\r\n\r\nVieni!").about == {"it": loaded}
    assert edited(organisation, about="Ciao.").about == {"it": "<p>Ciao.</p>"}


def test_a_text_that_is_taken_away_is_gone() -> None:
    organisation = edited(founded_by(somebody("Ada")), about="We play.", language="en")
    edited(organisation, about="", language="it")
    assert (organisation.about, organisation.about_language) == ({"en": "<p>We play.</p>"}, "en")


def test_it_cannot_become_another_that_is_there() -> None:
    founded_by(somebody("Bruno"), name="Coro")
    with pytest.raises(OrganisationIsThere):
        edited(founded_by(somebody("Ada")), name="Coro")
