"""The cast of the tests: Ada starts campaigns, Bruno supports them, Fondazione Delta matches."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress

from colletta.campaigns.models import Campaign, CampaignText, State, Type
from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.offer_match import offer_match
from colletta.matching.models import Match, Partner
from colletta.money import Money
from colletta.payments.actions.authorise_payment import authorise_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.models import Payment
from colletta.people.models import Organisation, Person
from colletta.pledges.actions.make_pledge import make_pledge
from colletta.pledges.models import Pledge
from colletta.settlement.actions.open_campaign import open_campaign


def eur(sum_in_major_units: str) -> Money:
    """Euro as tests write them: `eur("20.00")`."""
    return Money.parse(sum_in_major_units, "EUR")


PASSWORD = "un orto di cavoli neri"


def ada() -> Person:
    """Ada, who joined and proved her mailbox."""
    return joined("Ada Colombo", "ada@posta.example")


def bruno() -> Person:
    """Bruno, who joined with the address that his gifts name."""
    return joined("Bruno Riva", "bruno@posta.example")


def carla() -> Person:
    """Carla, who joined. Her role at the desk is given by whoever needs it."""
    return joined("Carla Neri", "carla@posta.example")


def joined(name: str, email: str) -> Person:
    """A person with the password of the cast and a proved mailbox."""
    if found := Person.objects.filter(email=email).first():
        return found
    person = Person.objects.create_person(email=email, name=name, language="it")
    person.set_password(PASSWORD)
    person.save(update_fields=["password"])
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def circolo_aurora() -> Organisation:
    """Ada's group."""
    return Organisation.objects.get_or_create(
        slug="circolo-aurora",
        defaults={"name": "Circolo Aurora", "contact_email": "ciao@aurora.example"},
    )[0]


def approved_campaign(*, at: datetime | None = None, **changes: Any) -> Campaign:
    """A campaign of Ada's that has been approved and waits."""
    at = at or now()
    terms: dict[str, Any] = {
        "slug": "orto-in-cortile",
        "type": Type.KEEP_IT_ALL,
        "category": "environment",
        "state": State.APPROVED,
        "currency": "EUR",
        "target_minor": 100_000,
        "opens_at": at - timedelta(days=10),
        "closes_at": at + timedelta(days=20),
        "timezone": "Europe/Rome",
        "language": "it",
        "owner_organisation": circolo_aurora(),
    }
    campaign = Campaign.objects.create(**(terms | changes))
    CampaignText.objects.create(
        campaign=campaign,
        language=campaign.language,
        title="Un orto in cortile",
        story="<p>Tre vasche, una compostiera.</p>",
    )
    return campaign


def live_campaign(**changes: Any) -> Campaign:
    """A campaign of Ada's that is open."""
    return open_campaign(campaign_id=approved_campaign(**changes).pk, at=now())


def pledge_of_bruno(
    campaign: Campaign, amount: str = "20.00", **changes: Any
) -> tuple[Pledge, Payment]:
    """Bruno's pledge, with no money yet."""
    terms: dict[str, Any] = {
        "campaign_id": campaign.pk,
        "amount": Money.parse(amount, campaign.currency),
        "name": "Bruno",
        "email": "bruno@posta.example",
        "method": "card",
        "provider": "recorded",
    }
    return make_pledge(**(terms | changes))


def gift_of_bruno(campaign: Campaign, amount: str = "20.00", **changes: Any) -> Pledge:
    """Bruno's pledge with its money."""
    pledge, payment = pledge_of_bruno(campaign, amount, **changes)
    capture_payment(payment_id=payment.pk, at=now())
    pledge.refresh_from_db()
    return pledge


def promise_of_bruno(campaign: Campaign, amount: str = "20.00", **changes: Any) -> Pledge:
    """Bruno's pledge to an all-or-nothing campaign, to be charged after the closing."""
    pledge, payment = pledge_of_bruno(campaign, amount, **changes)
    authorise_payment(payment_id=payment.pk, at=now())
    pledge.refresh_from_db()
    return pledge


def fondazione_delta() -> Partner:
    """Who matches."""
    return Partner.objects.get_or_create(
        key="fondazione delta", defaults={"name": "Fondazione Delta", "place": "Trento"}
    )[0]


def match_of_delta(campaign: Campaign, **terms: Any) -> Match:
    """What Fondazione Delta offers to a campaign, as it stands then: by default the gap from half
    of the target on.
    """
    rule: dict[str, Any] = {"gives": "gap-to-target"}
    if "threshold_share" not in terms:
        rule["threshold_minor"] = campaign.target_minor // 2
    match = offer_match(
        campaign_id=campaign.pk,
        partner_id=fondazione_delta().pk,
        terms=rule | terms,
        at=now(),
    )
    evaluate_matches(campaign_id=campaign.pk, at=now())
    match.refresh_from_db()
    return match


def let_the_closing_come(campaign: Campaign) -> None:
    """Move the closing to this instant."""
    Campaign.objects.filter(pk=campaign.pk).update(closes_at=now())
