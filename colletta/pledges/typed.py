"""What supporters type, read or explained."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from colletta.money import Money, NotAnAmount, Reason, exponent_of, parse_amount
from colletta.people.naming import is_readable


def typed_amount(text: str, *, language: str, currency: str) -> Money:
    """The amount of a pledge, between the least and the most of the house.

    Raises ValidationError with a sentence that says what to type instead.
    """
    try:
        amount = parse_amount(text, language, currency)
    except NotAnAmount as fault:
        raise ValidationError(_explained(fault.reason, language, currency)) from fault
    return within_bounds(amount, language=language)


def within_bounds(amount: Money, *, language: str) -> Money:
    """The amount, where the house takes it in one pledge. Raises ValidationError."""
    unit = 10 ** exponent_of(amount.currency)
    least = Money(settings.LEAST_PLEDGE * unit, amount.currency)
    most = Money(settings.MOST_PLEDGE * unit, amount.currency)
    if amount < least:
        words = {"least": least.written(language, trim=True)}
        raise ValidationError(_("The smallest amount is %(least)s.") % words)
    if amount > most:
        words = {"most": most.written(language, trim=True)}
        raise ValidationError(
            _("The largest amount at once is %(most)s. For more, write to the owner.") % words
        )
    return amount


def readable(text: str) -> None:
    """Refuses characters that nobody sees or that turn the text. Raises ValidationError."""
    if not is_readable(text):
        raise ValidationError(_("There are characters in here that cannot be shown."))


def _explained(reason: Reason, language: str, currency: str) -> str:
    unit = 10 ** exponent_of(currency)
    example = Money(1250 * unit if unit == 1 else 20 * unit + unit // 2, currency)
    words = {"example": example.written(language), "currency": currency}
    decimals = exponent_of(currency)
    told = {
        Reason.EMPTY: _("Choose an amount or type one."),
        Reason.NOT_A_NUMBER: _("Type the amount in digits, like %(example)s."),
        Reason.OTHER_CURRENCY: _("This campaign is in %(currency)s. Type it like %(example)s."),
        Reason.SEPARATORS: _("That can be read in two ways. Type it like %(example)s."),
        Reason.DECIMALS: ngettext(
            "At most %(n)s decimal, like %(example)s.",
            "At most %(n)s decimals, like %(example)s.",
            decimals,
        ),
        Reason.NOT_POSITIVE: _("The amount must be more than zero."),
        Reason.TOO_MUCH: _("That is more than anybody can pledge at once."),
    }
    return told[reason] % (words | {"n": decimals})
