"""A person says who they are."""

from datetime import timedelta
from typing import Any

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.people.actions.edit_profile import edit_profile
from colletta.people.models import Person
from tests.cast import ada

pytestmark = pytest.mark.django_db


def test_what_is_written_is_text_and_its_language_is_known() -> None:
    person = edited(about="Faccio <b>orti</b>.\n\nE torte.", language="en")
    assert person.about == {"en": "<p>Faccio &lt;b&gt;orti&lt;/b&gt;.</p><p>E torte.</p>"}
    assert (person.about_language, person.language) == ("en", "en")


def test_everybody_sees_it_from_the_moment_it_is_shown() -> None:
    at = now()
    assert edited(shown=True, at=at).profile_shown_at == at
    assert edited(shown=True, at=at + timedelta(days=1)).profile_shown_at == at
    assert edited(shown=False).profile_shown_at is None


def test_pages_that_name_the_person_learn_of_it() -> None:
    person = edited(name="Ada C.")
    fact = Fact.objects.get(kind="person.edited")
    assert fact.about == f"person:{person.pk}"
    assert "Ada" not in str(fact.details)


def edited(**changes: Any) -> Person:
    answers: dict[str, Any] = {
        "name": "Ada",
        "about": "",
        "language": "it",
        "shown": False,
        "at": now(),
    }
    person = edit_profile(person_id=ada().pk, **(answers | changes))
    person.refresh_from_db()
    return person
