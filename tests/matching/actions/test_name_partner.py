"""The operator lets an organisation match."""

import pytest

from colletta.matching.actions.name_partner import PartnerIsTaken, name_partner
from colletta.matching.models import Partner
from colletta.matching.partners import partner_key
from colletta.people.models import Organisation
from tests.cast import carla, circolo_aurora

pytestmark = pytest.mark.django_db


def test_a_partner_that_campaigns_name_already_becomes_this_one() -> None:
    known = Partner.objects.create(
        name="CIRCOLO AURORA", key=partner_key("Circolo Aurora", circolo_aurora().place)
    )
    for _ in range(2):
        named = name_partner(organisation_id=circolo_aurora().pk, by_id=carla().pk)
        assert (named.pk, named.organisation) == (known.pk, circolo_aurora())


def test_another_organisation_of_the_same_name_is_refused() -> None:
    name_partner(organisation_id=circolo_aurora().pk, by_id=carla().pk)
    other = Organisation.objects.create(
        slug="altro", name="circolo aurora", contact_email="altro@posta.example"
    )
    with pytest.raises(PartnerIsTaken):
        name_partner(organisation_id=other.pk, by_id=carla().pk)
