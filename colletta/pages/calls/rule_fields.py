"""The rule of a call as fields of its form."""

from django import forms
from django.utils.translation import gettext_lazy

from colletta.matching.models import Gives
from colletta.pages.calls.typed import PERCENT_PLACES, RATIO_PLACES, PartsField, SumField

GIVES = [
    (Gives.GAP_TO_TARGET, gettext_lazy("Whatever is still needed to reach the target")),
    (Gives.FLAT, gettext_lazy("A flat sum")),
    (Gives.SHARE_OF_TARGET, gettext_lazy("A share of the target")),
    (Gives.RATIO, gettext_lazy("A sum for each euro that people give")),
    (Gives.QUADRATIC, gettext_lazy("A share of the pool: many small gifts weigh more")),
]


class RuleFields(forms.Form):
    """When the partner adds, and what."""

    threshold_share = PartsField(
        label=gettext_lazy("What people give first, as percent of the target"),
        places=PERCENT_PLACES,
    )
    threshold = SumField(
        label=gettext_lazy("Or: a sum"),
        required=False,
        help_text=gettext_lazy("0 means from the first gift."),
    )
    minimum_supporters = forms.IntegerField(
        label=gettext_lazy("From at least how many people"),
        min_value=0,
        max_value=100_000,
        required=False,
    )
    window_days = forms.IntegerField(
        label=gettext_lazy("Within how many days of the opening"),
        min_value=1,
        max_value=1000,
        required=False,
    )
    gives = forms.ChoiceField(
        label=gettext_lazy("Then you add"), choices=GIVES, widget=forms.RadioSelect
    )
    amount = SumField(
        label=gettext_lazy("The flat sum"),
        required=False,
        help_text=gettext_lazy("Only where you add a flat sum."),
    )
    share = PartsField(
        label=gettext_lazy("Percent of the target"),
        places=PERCENT_PLACES,
        help_text=gettext_lazy("Only where you add a share of the target."),
    )
    ratio = PartsField(
        label=gettext_lazy("How much for each euro given"),
        places=RATIO_PLACES,
        help_text=gettext_lazy("1 is euro for euro; at most 10."),
    )
    cap = SumField(label=gettext_lazy("At most for each campaign"), required=False)
    cap_per_gift = SumField(
        label=gettext_lazy("How much of one person counts at most"),
        required=False,
        help_text=gettext_lazy("Only where you add a sum for each euro."),
    )
    counts_offline = forms.BooleanField(
        label=gettext_lazy("Cash counts toward the threshold too"), required=False
    )
