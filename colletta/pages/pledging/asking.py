"""What the page that asks for a pledge shows."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest

from colletta.campaigns.models import Campaign, Type
from colletta.figures import CampaignFigures
from colletta.history.clock import now
from colletta.money import Money
from colletta.pages.campaign.words import standing_of, type_sentence
from colletta.pages.pledging.presets import presets_of
from colletta.people.models import Person
from colletta.pledges.effects import Standing, effects_of_a_gift
from colletta.pledges.forms import OTHER, PledgeForm
from colletta.ui.context import visitor_of


def giver_of(request: HttpRequest) -> Person | None:
    """The person who is signed in, if anybody is."""
    person = visitor_of(request)
    return person if isinstance(person, Person) and person.is_active else None


def question(campaign: Campaign, figures: CampaignFigures, form: PledgeForm) -> dict[str, Any]:
    """The form, what happens to the money, what a gift does."""
    stands = Standing(headline=figures.headline, supporters=figures.supporters, at=now())
    presets = presets_of(campaign)
    return {
        "form": form,
        "form_key": _key(form),
        "presets": [(one.major(), one) for one in presets],
        "chosen": _chosen(form, presets),
        "other": OTHER,
        "figures": figures,
        "standing": standing_of(figures),
        "type_sentence": type_sentence(Type(campaign.type)),
        "charged_later": campaign.type == Type.ALL_OR_NOTHING,
        "effects": effects_of_a_gift(campaign=campaign, standing=stands),
    }


def _key(form: PledgeForm) -> object:
    """The same key while the form is mended, so that it makes one pledge in the end."""
    readable = form.is_bound and "form_key" not in form.errors
    return form.data["form_key"] if readable else uuid4()


def _chosen(form: PledgeForm, presets: list[Money]) -> str:
    """Which radio stands; an amount that is no longer among them is shown as typed."""
    chosen = str(form.data.get("chosen", "")) if form.is_bound else ""
    return chosen if chosen in {OTHER, *(one.major() for one in presets)} else ""
