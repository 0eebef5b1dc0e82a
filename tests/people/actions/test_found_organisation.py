"""Founding an organisation."""

import pytest

from colletta.history.models import Fact
from colletta.people.actions.found_organisation import OrganisationIsThere
from colletta.people.models import Organisation, Role
from tests.people.teams import founded_by, somebody

pytestmark = pytest.mark.django_db


def test_who_founds_an_organisation_owns_it() -> None:
    ada = somebody("Ada")
    founded = founded_by(ada)
    assert list(Organisation.objects.led_by(ada)) == [founded]
    assert founded.memberships.get().role == Role.OWNER
    fact = Fact.objects.get(kind="organisation.founded")
    assert (fact.about, fact.by) == (f"organisation:{founded.pk}", f"person:{ada.pk}")


def test_its_address_is_ascii_and_a_second_one_has_a_number() -> None:
    ada = somebody("Ada")
    one = founded_by(ada, name="Caffè & Libertà", contact_email="uno@borgo.example")
    two = founded_by(ada, name="Caffe Liberta", contact_email="due@borgo.example")
    assert (one.slug, two.slug) == ("caffe-liberta", "caffe-liberta-2")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("New", "new-2"),
        ("Invitations", "invitations-2"),
        ("Кафе", "organisation"),
        ("!!", "organisation"),
    ],
)
def test_an_address_of_the_house_is_never_taken(name: str, slug: str) -> None:
    assert founded_by(somebody("Ada"), name=name).slug == slug


def test_the_same_organisation_is_not_founded_twice() -> None:
    founded_by(somebody("Ada"))
    with pytest.raises(OrganisationIsThere):
        founded_by(somebody("Bruno"))
    assert Organisation.objects.count() == 1


def test_A12_markup_in_what_it_tells_is_text() -> None:
    founded = founded_by(somebody("Ada"), about="<script>x</script>\n\nCiao\n& a presto")
    assert founded.about["it"] == (
        "<p>&lt;script&gt;x&lt;/script&gt;</p><p>Ciao<br>&amp; a presto</p>"
    )
