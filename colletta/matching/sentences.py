"""A match rule in one sentence, generated from its columns in the page's language."""

from babel.numbers import format_decimal
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from colletta.matching.models import Gives, Match
from colletta.money import Money, format_money
from colletta.ui.languages import elided


def sentence_of(match: Match) -> str:
    """When the partner adds, and what: "Once people have given …, … adds …"."""
    words = {"partner": match.partner.name, "condition": _condition(match)}
    return _("%(condition)s, %(partner)s adds %(gift)s.") % (words | {"gift": _gift(match)})


def _condition(match: Match) -> str:
    parts = {"threshold": sum_of(match.threshold), "when": "", "supporters": ""}
    if match.window_days:
        within = ngettext(" within %(n)s day", " within %(n)s days", match.window_days)
        parts["when"] = within % {"n": match.window_days}
    if match.minimum_supporters:
        people = ngettext(" from %(n)s person", " from %(n)s people", match.minimum_supporters)
        parts["supporters"] = people % {"n": match.minimum_supporters}
    if match.threshold.minor == 0:
        return _("From the first gift%(supporters)s%(when)s") % parts
    return _("Once %(threshold)s has been given%(supporters)s%(when)s") % parts


def _gift(match: Match) -> str:
    cap = match.money(match.cap_minor)
    words = {"cap": sum_of(cap) if cap else ""}
    gift = _uncapped(match)
    return _("%(gift)s, up to %(cap)s") % (words | {"gift": gift}) if cap else gift


def _uncapped(match: Match) -> str:
    if match.gives == Gives.GAP_TO_TARGET:
        return _("whatever is still needed to reach the target")
    if match.gives == Gives.FLAT:
        return sum_of(match.money(match.amount_minor))
    if match.gives == Gives.SHARE_OF_TARGET:
        return elided(_("%(share)s %% of the target") % {"share": shifted(match.share, 2)})
    if match.gives == Gives.QUADRATIC:
        return _("a share of its pool that grows with the number of people more than with the sums")
    return _ratio(match)


def _ratio(match: Match) -> str:
    words = {"ratio": shifted(match.ratio, 4), "currency": match.campaign.currency}
    limit = match.money(match.cap_per_gift_minor)
    if limit is None:
        return _("%(ratio)s %(currency)s for each %(currency)s given") % words
    return _("%(ratio)s %(currency)s for each %(currency)s given, for up to %(limit)s a person") % (
        words | {"limit": sum_of(limit)}
    )


def sum_of(amount: Money | None) -> str:
    """A sum as the page's language writes it, whole ones without decimals."""
    assert amount is not None, "the database holds the sum that this kind of rule needs"
    return format_money(amount, get_language() or "en", trim=True)


def shifted(number: int | None, places: int) -> str:
    """A whole number of small parts as people write it: 10000 with four places is "1"."""
    digits = f"{number or 0:0{places + 1}d}"
    return str(format_decimal(f"{digits[:-places]}.{digits[-places:]}", locale=get_language()))
