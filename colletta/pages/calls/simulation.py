"""A partner tries a rule out before anyone signs it. The address says it all: it can be shared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.inventing import invented
from colletta.matching.models import Rule
from colletta.matching.past import course_of
from colletta.matching.sentences import sum_of
from colletta.matching.simulation import Course, Outcome, Simulation, simulated
from colletta.money import Money, percent_of
from colletta.pages.calls.gate import call_for, partner_page, partners_of
from colletta.pages.calls.simulation_form import SimulationForm
from colletta.ui.templatetags.ui import page_language

MOST_PAST = 12  # campaigns that are offered to choose from, the newest first
WHOLE = 100


@dataclass(frozen=True, kw_only=True)
class Row:
    """One campaign of the table; lengths in percent of the longer of target and sum."""

    outcome: Outcome
    told: str
    people: int
    partner: int


@partner_page
@require_safe
def simulation(request: HttpRequest) -> HttpResponse:
    """The form; with a rule in the address what it would have done."""
    if not partners_of(request).exists():
        raise Http404
    past = list(Campaign.objects.public().with_telling().order_by("-opens_at")[:MOST_PAST])
    asked = "gives" in request.GET
    slug = request.GET.get("call", "")
    call = call_for(request, slug) if slug and not asked else None
    form = SimulationForm(request.GET if asked else None, call=call, campaigns=past)
    context: dict[str, Any] = {"form": form, "call": slug}
    if asked and form.is_valid():
        found = tried_out(form.cleaned_data, Rule(**form.rule()), past)
        context |= {"found": found, "rows": [_row(one) for one in found.outcomes]}
    status = 422 if asked and form.errors else 200
    return render(request, "pages/calls/simulation.html", context, status=status)


def tried_out(given: dict[str, Any], terms: Rule, past: Sequence[Campaign]) -> Simulation:
    """The rule on the campaigns that were chosen, then on the invented ones."""
    currency = given["currency"]
    chosen = [one for one in past if one.slug in given["campaigns"] and one.currency == currency]
    courses = [course_of(one, terms, name=one.text_in(page_language()).title) for one in chosen]
    courses += [_invented(given, number) for number in range(1, (given["invented"] or 0) + 1)]
    return simulated(terms, courses, Money(given["pool_minor"], currency))


def _invented(given: dict[str, Any], number: int) -> Course:
    return invented(
        seed=given["seed"] or 0,
        name=_("Invented campaign %(n)s") % {"n": number},
        draw=number,
        target=given["target_minor"],
        people=given["people"],
        median=given["median_minor"],
        days=given["days"],
        opens_at=now(),
    )


def _row(one: Outcome) -> Row:
    whole = max(Money(one.course.target, one.given.currency), one.together)
    people = percent_of(one.given, whole)
    partner = percent_of(one.adds, whole)
    return Row(outcome=one, told=_told(one), people=people, partner=min(partner, WHOLE - people))


def _told(one: Outcome) -> str:
    """When it unlocked, or why it did not."""
    if not one.admitted:
        return _("The pool does not bear it")
    if one.days is not None:
        days = ngettext("Reached after %(n)s day", "Reached after %(n)s days", one.days)
        return days % {"n": one.days} if one.days else _("Reached on the first day")
    missing = []
    if one.lacking.minor:
        missing.append(sum_of(Money(one.lacking.minor, one.given.currency)))
    if one.lacking.people:
        people = ngettext("%(n)s person", "%(n)s people", one.lacking.people)
        missing.append(people % {"n": one.lacking.people})
    return _("Not reached: %(missing)s missing") % {"missing": ", ".join(missing)}
