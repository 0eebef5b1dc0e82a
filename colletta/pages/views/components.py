"""The living page of the design system's components, in the demonstration alone."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from colletta.campaigns.goals import GOALS
from colletta.campaigns.models import State, Type
from colletta.figures import CampaignFigures
from colletta.history.clock import now
from colletta.money import Money
from colletta.pages.bar import bar_of
from colletta.pages.campaign.words import ending_of, standing_of
from colletta.pages.demonstration import demonstration_page
from colletta.pages.time_left import TimeLeft
from colletta.ui.icons import ICONS


@demonstration_page
def components(request: HttpRequest) -> HttpResponse:
    """Each component in its variants, drawn by the same templates as on the pages."""
    at = now()
    spans = (timedelta(days=12), timedelta(hours=34), timedelta(minutes=40), timedelta(0))
    context = {
        "bars": [_bar(*sums) for sums in ((0, 0), (3531, 0), (3531, 150), (6800, 200), (9100, 0))],
        "promised": _bar(0, 0, promised=4200),
        "times": [TimeLeft(closes_at=at + span, at=at) for span in spans],
        "goals": GOALS.values(),
        "icons": ICONS,
        "sum": Money(353_100, "EUR"),
        "form": _form(),
    }
    return render(request, "pages/components.html", context)


class Specimen(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label=_("Your name"))
    email = forms.EmailField(label=_("E-mail"), help_text=_("Where we may write to you."))
    password = forms.CharField(label=_("Password"), widget=forms.PasswordInput)
    about = forms.CharField(label=_("About you"), widget=forms.Textarea, required=False)
    goal = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    shown = forms.BooleanField(label=_("Show my profile to everybody"), required=False)


def _form() -> Specimen:
    """As it comes back with what was wrong."""
    return Specimen({"name": "Ada", "email": "ada@", "goal": "it"})


def _bar(raised: int, coming: int, *, promised: int = 0) -> dict[str, object]:
    figures = _figures(raised, coming, promised)
    return {
        "bar": bar_of(figures, [Money(350_000, "EUR")]),
        "figures": figures,
        "standing": standing_of(figures),
        "ending": ending_of(figures),
    }


def _figures(raised: int, coming: int, promised: int) -> CampaignFigures:
    at = now()
    return CampaignFigures(
        raised=Money(100 * raised, "EUR"),
        promised=Money(100 * promised, "EUR"),
        uncharged=Money(100 * promised, "EUR"),
        on_its_way=Money(100 * coming, "EUR"),
        target=Money(700_000, "EUR"),
        supporters=156,
        type=Type.ALL_OR_NOTHING if promised else Type.KEEP_IT_ALL,
        state=State.LIVE,
        reached=None,
        opens_at=at,
        closes_at=at + timedelta(hours=34),
    )
