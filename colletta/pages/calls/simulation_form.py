"""What a partner tries out: a rule, and the gifts to try it on."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from colletta.campaigns.models import Campaign
from colletta.matching.models import Call
from colletta.pages.calls.forms import SUMS, CallForm
from colletta.pages.calls.typed import SumField
from colletta.ui.templatetags.ui import page_language

# What a call says of itself and a rule that is tried out does not.
NOT_ASKED = (
    *("title_it", "title_en", "text_it", "text_en"),
    *("opens_on", "closes_on", "claw_back_days"),
)
INVENTED = {"invented": 3, "people": 120, "days": 30, "seed": 1, "target": "5000", "median": "20"}
MOST_INVENTED, MOST_PEOPLE, MOST_DAYS = 20, 2000, 120


def _whole(label: Any, least: int, most: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, required=False, help_text=hint
    )


class SimulationForm(CallForm):
    """The rule of a call, the campaigns of this site to try it on, and invented ones."""

    sums = (*SUMS, "target", "median")
    campaigns = forms.MultipleChoiceField(
        label=gettext_lazy("Campaigns of this site"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("As if the rule had been there from their opening."),
    )
    invented = _whole(gettext_lazy("Invented campaigns"), 0, MOST_INVENTED)
    target = SumField(label=gettext_lazy("Target of each"), required=False)
    people = _whole(gettext_lazy("People who give to each"), 1, MOST_PEOPLE)
    median = SumField(
        label=gettext_lazy("A usual gift"),
        required=False,
        help_text=gettext_lazy("Half of the people give more, half give less, a few much more."),
    )
    days = _whole(gettext_lazy("Days that each lasts"), 1, MOST_DAYS)
    seed = _whole(
        gettext_lazy("Draw"),
        0,
        999_999,
        gettext_lazy("The same number invents the same gifts, another one others."),
    )

    def __init__(
        self, *args: Any, campaigns: Sequence[Campaign], call: Call | None = None, **more: Any
    ) -> None:
        super().__init__(*args, call=call, **more)
        for name in [*NOT_ASKED, *(one for one in self.fields if one.startswith("question_"))]:
            del self.fields[name]
        self.fields["currency"].disabled = False
        self.initial = {"gives": "gap-to-target", **INVENTED, **self.initial}
        choices = [(one.slug, one.text_in(page_language()).title) for one in campaigns]
        self.fields["campaigns"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A rule that can stand, and something to try it on."""
        self._clean_sums()
        given = self.cleaned_data
        if given.get("invented") and not self.errors:
            for name in ("target", "median"):
                if not given[f"{name}_minor"]:
                    self.add_error(name, _("Write a sum above zero."))
            for name in ("people", "days"):
                if not given[name]:
                    self.add_error(name, _("Write a number above zero."))
        if not given.get("campaigns") and not given.get("invented") and not self.errors:
            self.add_error("invented", _("Choose a campaign, or have some invented."))
        if not self.errors:
            self._clean_rule()
        return given
