"""What a supporter is asked: before the gift, after it."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from colletta.money import Money, NotAnAmount
from colletta.people.models import Person
from colletta.people.naming import without_address
from colletta.pledges.typed import readable, typed_amount, within_bounds

OTHER = "other"


class PledgeForm(forms.Form):
    """Amount, name, e-mail, method; a code where the gate asked for one.

    `chosen` is one of the amounts on the page, in major units, or OTHER; `amount` is what was
    typed. The two never contradict each other in silence.
    """

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    chosen = forms.CharField(required=False, max_length=20)
    amount = forms.CharField(
        label=gettext_lazy("Other amount"),
        required=False,
        strip=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=200,
        validators=[readable, without_address],
        error_messages={"required": gettext_lazy("Write your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"),
        max_length=254,
        help_text=gettext_lazy("For the receipt and the link to your gift. For nothing else."),
        error_messages={
            "required": gettext_lazy("Write your e-mail."),
            "invalid": gettext_lazy("This is not a whole e-mail address."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    method = forms.ChoiceField(
        label=gettext_lazy("How you pay"), widget=forms.RadioSelect, required=False
    )

    code = forms.CharField(
        label=gettext_lazy("Code from our mail"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(
        self,
        *args: Any,
        currency: str,
        language: str,
        methods: Sequence[tuple[str, str]],
        person: Person | None = None,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.currency, self.language = currency, language
        self.methods = list(methods)
        self.asks_code = "code" in self.data
        self._method_field()
        if person is not None:
            self.initial = {**self.initial, "name": person.name, "email": person.email}
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _("The address of your profile.")

    def _method_field(self) -> None:
        field = self.fields["method"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = self.methods
        field.required = len(self.methods) > 1
        field.error_messages["required"] = _("Choose how you want to pay.")

    def clean_amount(self) -> Money | None:
        """The amount typed or chosen; where both were, they must say the same."""
        typed, chosen = self.cleaned_data["amount"], self._chosen()
        if chosen is None or typed:
            amount = typed_amount(typed, language=self.language, currency=self.currency)
            if chosen is not None and chosen != amount:
                raise ValidationError(self._contradiction(chosen, amount))
            return amount
        return within_bounds(chosen, language=self.language)

    def _chosen(self) -> Money | None:
        chosen = self.cleaned_data.get("chosen", "")
        if chosen in ("", OTHER):
            return None
        try:
            return Money.parse(chosen, self.currency)
        except NotAnAmount as fault:
            raise ValidationError(_("Choose an amount or type one.")) from fault

    def _contradiction(self, chosen: Money, typed: Money) -> str:
        words = {
            "chosen": chosen.written(self.language, trim=True),
            "typed": typed.written(self.language, trim=True),
        }
        return (
            _(
                "You chose %(chosen)s and typed %(typed)s."
                " Empty the field, or choose “Other amount”."
            )
            % words
        )

    def clean_method(self) -> str:
        """The method; the only one where there is no choice."""
        return str(self.cleaned_data["method"] or self.methods[0][0])


class VisibilityForm(forms.Form):
    """What everybody may see of a gift."""

    show_name = forms.BooleanField(label=gettext_lazy("Show my name"), required=False)
    show_amount = forms.BooleanField(label=gettext_lazy("Show my amount"), required=False)
    message = forms.CharField(
        label=gettext_lazy("A message for the campaign"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_message(self) -> str:
        """The message in one line."""
        message = " ".join(self.cleaned_data["message"].split())
        readable(message)
        return message


class RefundRequestForm(forms.Form):
    """Why somebody wants their money back, if they care to say."""

    reason = forms.CharField(
        label=gettext_lazy("Why, if you want to say"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_reason(self) -> str:
        """The reason in one line."""
        reason = " ".join(self.cleaned_data["reason"].split())
        readable(reason)
        return reason
