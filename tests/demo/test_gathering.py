"""The people of the demonstration have what their parts promise."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from django.contrib.auth.hashers import check_password

from colletta.demo.cast import ADA, CARLA, CAST, DELIA, OKSANA, WORD
from colletta.demo.codes import code_of, secret_of
from colletta.demo.gathering import REGRETTED, gather
from colletta.history.models import Fact
from colletta.matching.models import Partner
from colletta.people.models import DeskRole, Membership, Organisation, Person
from colletta.pledges.models import RefundRequest
from tests.cast import gift_of_bruno, live_campaign
from tests.demo.shelf import campaigns

pytestmark = pytest.mark.django_db


def person(email: str) -> Person:
    return Person.objects.get(email=email)


def test_everybody_joins_once() -> None:
    assert gather() == len(CAST)
    before = Fact.objects.count()
    assert gather() == 0
    assert Fact.objects.count() == before


def test_the_supporter_finds_what_she_gave_as_a_guest() -> None:
    pledge = gift_of_bruno(live_campaign(), name=OKSANA.name, email=OKSANA.email)
    gather()
    pledge.refresh_from_db()
    assert pledge.person == person(OKSANA.email)


def test_the_desk_finds_a_request_of_hers_on_its_first_morning() -> None:
    campaign = live_campaign(slug=REGRETTED)
    pledge = gift_of_bruno(campaign, name=OKSANA.name, email=OKSANA.email)
    gather()
    assert RefundRequest.objects.get().pledge == pledge


def test_the_organiser_and_the_partner_own_their_teams() -> None:
    Organisation.objects.create(name=ADA.team, slug="ciclofficina-raggi-liberi")
    gather()
    for player in (ADA, DELIA):
        place = Membership.objects.get(person=person(player.email))
        assert (place.organisation.name, place.role) == (player.team, "owner")
    assert ADA.begins == "people/organisations/ciclofficina-raggi-liberi/"
    assert DELIA.begins == "partners/"


def test_the_partner_of_the_matches_is_the_organisation_with_the_team() -> None:
    partner = Partner.objects.create(name=DELIA.team, place="Modena", key="olmo grande / modena")
    gather()
    partner.refresh_from_db()
    assert partner.organisation == Organisation.objects.get(name=DELIA.team)


def test_a_site_without_her_campaign_has_the_organiser_all_the_same() -> None:
    gather()
    assert not Membership.objects.filter(person=person(ADA.email)).exists()


def test_each_role_of_the_desk_is_played_with_a_second_factor() -> None:
    gather()
    assert set(DeskRole.objects.values_list("role", flat=True)) == set(DeskRole.Role.values)
    for player in CAST:
        authenticators = Authenticator.objects.filter(user=person(player.email))
        assert authenticators.exists() == bool(player.desk)


def test_a_code_is_right_and_its_secret_is_this_sites_own(settings) -> None:
    assert validate_totp_code(secret_of(CARLA), code_of(CARLA).digits)
    assert 0 < code_of(CARLA).seconds <= 30
    here = secret_of(CARLA)
    settings.SECRET_KEY = "of another installation"
    assert secret_of(CARLA) != here


def test_nobodys_row_knows_the_word() -> None:
    gather()
    (shared,) = set(Person.objects.values_list("password", flat=True))
    assert not check_password(WORD, shared)


def test_the_folders_have_what_the_parts_say() -> None:
    owners = {campaign.owner.name for campaign in campaigns()}
    partners = {match.partner for campaign in campaigns() for match in campaign.matches}
    given = [
        campaign.terms.slug
        for campaign in campaigns()
        if any(gift.email == OKSANA.email for gift in campaign.gifts)
    ]
    assert ADA.team in owners
    assert DELIA.team in partners
    assert len(given) >= 3
    assert REGRETTED in given
