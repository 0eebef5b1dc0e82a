"""What a partner says of a call: text, window, pool, rule, questions."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from colletta.matching.models import Call, CallState, Gives, Rule
from colletta.matching.outline import Outline
from colletta.matching.soundness import faults_of
from colletta.money import Money
from colletta.pages.calls.asked import asked_in, fields_of_questions, shown_asked
from colletta.pages.calls.days import beginning_of, day_of, end_of
from colletta.pages.calls.faults import at_field, sentence_of_fault
from colletta.pages.calls.typed import (
    PERCENT_PLACES,
    RATIO_PLACES,
    PartsField,
    SumField,
    read_sum,
    shown_parts,
    shown_sum,
)
from colletta.pledges.typed import readable
from colletta.ui.templatetags.ui import page_language

CURRENCIES = [(code, code) for code in ("EUR", "CHF", "GBP", "USD")]
SUMS = ("pool", "threshold", "amount", "cap", "cap_per_gift")
# What a rule of each kind needs; what is typed for another kind is left out.
USED = {
    Gives.GAP_TO_TARGET: ("cap_minor",),
    Gives.FLAT: ("amount_minor",),
    Gives.SHARE_OF_TARGET: ("share", "cap_minor"),
    Gives.RATIO: ("ratio", "cap_minor", "cap_per_gift_minor"),
    Gives.QUADRATIC: ("cap_minor", "cap_per_gift_minor"),
}
GIVES = [
    (Gives.GAP_TO_TARGET, gettext_lazy("Whatever is then missing to the target")),
    (Gives.FLAT, gettext_lazy("A flat sum")),
    (Gives.SHARE_OF_TARGET, gettext_lazy("A share of the target")),
    (Gives.RATIO, gettext_lazy("So much for each euro that people give")),
    (Gives.QUADRATIC, gettext_lazy("A share of the pool: many small gifts weigh more")),
]


def _text(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, validators=[readable_lines], **more)


def readable_lines(text: str) -> None:
    """Refuses characters that nobody sees, but takes line breaks. Raises ValidationError."""
    readable(text.replace("\r", "").replace("\n", " "))


class CallForm(forms.Form):
    """A call, from its title to its rule. `outline` is what the actions take."""

    sums: tuple[str, ...] = SUMS

    title_it = _text(gettext_lazy("Title in Italian"), max_length=120)
    title_en = _text(gettext_lazy("Title in English"), max_length=120)
    text_it = _text(
        gettext_lazy("Text in Italian"), max_length=8000, widget=forms.Textarea(attrs={"rows": 5})
    )
    text_en = _text(
        gettext_lazy("Text in English"), max_length=8000, widget=forms.Textarea(attrs={"rows": 5})
    )
    opens_on = forms.DateField(
        label=gettext_lazy("Gifts count from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    closes_on = forms.DateField(
        label=gettext_lazy("Until the end of"),
        required=False,
        help_text=gettext_lazy("On that day the call closes. Empty: until you close it."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    pool = SumField(
        label=gettext_lazy("The whole pool"),
        help_text=gettext_lazy("All that you may have to pay. It is never promised twice."),
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=CURRENCIES)
    claw_back_days = forms.IntegerField(
        label=gettext_lazy("Days after the closing in which gifts may still go back"),
        min_value=0,
        max_value=120,
        initial=14,
    )
    threshold_share = PartsField(
        label=gettext_lazy("People give first: percent of the target"), places=PERCENT_PLACES
    )
    threshold = SumField(
        label=gettext_lazy("Or: a sum"),
        required=False,
        help_text=gettext_lazy("0 means from the first gift."),
    )
    minimum_supporters = forms.IntegerField(
        label=gettext_lazy("From at least so many people"),
        min_value=0,
        max_value=100_000,
        required=False,
    )
    window_days = forms.IntegerField(
        label=gettext_lazy("Within so many days of the opening"),
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
        label=gettext_lazy("So much for each one given"),
        places=RATIO_PLACES,
        help_text=gettext_lazy("1 is euro for euro; at most 10."),
    )
    cap = SumField(label=gettext_lazy("At most, for one campaign"), required=False)
    cap_per_gift = SumField(
        label=gettext_lazy("Of one person so much counts at most"),
        required=False,
        help_text=gettext_lazy("Only where you add so much for each euro."),
    )
    counts_offline = forms.BooleanField(
        label=gettext_lazy("Cash counts toward the threshold too"), required=False
    )

    def __init__(self, *args: Any, call: Call | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.initial = _as_typed(call) if call else {"currency": "EUR"}
        self.call = call
        self.fields |= fields_of_questions(call)
        if call is not None and call.state == CallState.OPEN:
            for name in ("opens_on", "currency", "claw_back_days"):
                self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        """A title, a window that opens, sums that can be read, a rule that can stand."""
        given = self.cleaned_data
        if not given.get("title_it") and not given.get("title_en"):
            self.add_error("title_it", _("Write a title in at least one language."))
        self._clean_window(given.get("opens_on"), given.get("closes_on"))
        self._clean_sums()
        if not self.errors:
            self._clean_rule()
        return given

    def _clean_window(self, opens: date | None, closes: date | None) -> None:
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("The call closes before it opens."))

    def _clean_sums(self) -> None:
        for name in self.sums:
            try:
                typed = str(self.cleaned_data.get(name) or "")
                read = read_sum(typed, self.cleaned_data.get("currency", "EUR"))
                self.cleaned_data[f"{name}_minor"] = read
            except ValidationError as fault:
                self.add_error(name, fault)
        if "pool" not in self.errors and not self.cleaned_data.get("pool_minor"):
            self.add_error("pool", _("A pool is more than zero."))

    def _clean_rule(self) -> None:
        faults = faults_of(Rule(**self.rule()), pool_minor=self.cleaned_data["pool_minor"])
        for fault in faults:
            self.add_error(at_field(fault, self.cleaned_data["gives"]), sentence_of_fault(fault))

    def fields_of(self, beginning: str) -> list[BoundField]:
        """The fields whose names begin so, for a part of the page."""
        return [field for field in self if field.name.startswith(beginning)]

    def rule(self) -> dict[str, Any]:
        """The columns of the rule."""
        given = self.cleaned_data
        gives = Gives(given["gives"])
        return {
            "gives": gives,
            "threshold_minor": given["threshold_minor"],
            "threshold_share": given["threshold_share"],
            "minimum_supporters": given["minimum_supporters"] or 0,
            "window_days": given["window_days"],
            "counts_offline": given["counts_offline"],
            **{name: given[name] for name in USED[gives]},
        }

    def outline(self) -> Outline:
        """The call as the actions take it."""
        given, codes = self.cleaned_data, ("it", "en")
        titles = {code: given[f"title_{code}"] for code in codes if given[f"title_{code}"]}
        closes = given["closes_on"]
        return Outline(
            titles=titles,
            texts={code: given[f"text_{code}"] for code in codes if given[f"text_{code}"]},
            language=page_language() if page_language() in titles else next(iter(titles)),
            opens_at=beginning_of(given["opens_on"]),
            closes_at=end_of(closes) if closes else None,
            pool=Money(given["pool_minor"], given["currency"]),
            claw_back_days=given["claw_back_days"],
            questions=asked_in(given),
            rule=self.rule(),
        )


def _as_typed(call: Call) -> dict[str, Any]:
    rule, currency = call.rule, call.currency
    sums = {"threshold": rule.threshold_minor, "amount": rule.amount_minor, "cap": rule.cap_minor}
    sums |= {"cap_per_gift": rule.cap_per_gift_minor, "pool": call.pool_minor}
    kept = ("minimum_supporters", "window_days", "gives", "counts_offline")
    return {
        **{f"title_{code}": text for code, text in call.titles.items()},
        **{f"text_{code}": text for code, text in call.texts.items()},
        **{name: shown_sum(minor, currency) for name, minor in sums.items()},
        **{name: getattr(rule, name) for name in kept},
        **shown_asked(call.questions),
        "opens_on": day_of(call.opens_at) if call.opens_at else None,
        "closes_on": day_of(call.closes_at) if call.closes_at else None,
        "currency": currency,
        "claw_back_days": call.claw_back_days,
        "threshold_share": shown_parts(rule.threshold_share, PERCENT_PLACES),
        "share": shown_parts(rule.share, PERCENT_PLACES),
        "ratio": shown_parts(rule.ratio, RATIO_PLACES),
    }
