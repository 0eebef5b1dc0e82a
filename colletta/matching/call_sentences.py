"""The rule of a call in words, for every campaign that may come under it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from colletta.matching.models import Gives, Rule
from colletta.matching.sentences import shifted, sum_of
from colletta.money import Money
from colletta.ui.languages import elided


def sentence_of_rule(rule: Rule) -> str:
    """When the partner adds, and what, in one sentence."""
    words = {"partner": rule.call.partner.name, "condition": _condition(rule), "gift": _gift(rule)}
    return _("%(condition)s, %(partner)s adds %(gift)s.") % words


def points_of_rule(rule: Rule) -> list[str]:
    """What else belongs to it: the number of people, the time, the limits, what counts."""
    found = list[str]()
    if rule.minimum_supporters:
        people = ngettext(
            "At least %(n)s person must have given.",
            "At least %(n)s people must have given.",
            rule.minimum_supporters,
        )
        found.append(people % {"n": rule.minimum_supporters})
    if rule.window_days:
        within = ngettext(
            "It counts what is given within %(n)s day of the opening.",
            "It counts what is given within %(n)s days of the opening.",
            rule.window_days,
        )
        found.append(within % {"n": rule.window_days})
    if rule.cap_minor is not None:
        found.append(_("One campaign gets at most %s.") % _sum(rule, rule.cap_minor))
    if rule.cap_per_gift_minor is not None:
        limit = _sum(rule, rule.cap_per_gift_minor)
        found.append(_("Of one person at most %s count.") % limit)
    return [*found, *_of_what_counts(rule)]


def _of_what_counts(rule: Rule) -> list[str]:
    cash = _("Cash counts too.") if rule.counts_offline else _("Cash does not count.")
    days = ngettext(
        "For %(n)s day after the closing gifts may still go back; then the sum is fixed.",
        "For %(n)s days after the closing gifts may still go back; then the sum is fixed.",
        rule.call.claw_back_days,
    )
    return [
        _("What the owner and its team give does not count, nor what another partner adds."),
        cash,
        days % {"n": rule.call.claw_back_days},
    ]


def _condition(rule: Rule) -> str:
    if rule.threshold_minor == 0 or rule.threshold_share == 0:
        return _("From the first gift")
    if rule.threshold_minor is not None:
        return _("Once people have given %s") % _sum(rule, rule.threshold_minor)
    share = shifted(rule.threshold_share, 2)
    return elided(_("Once people have given %(share)s %% of the target") % {"share": share})


def _gift(rule: Rule) -> str:
    if rule.gives == Gives.GAP_TO_TARGET:
        return _("whatever is still needed to reach the target")
    if rule.gives == Gives.FLAT:
        return _sum(rule, rule.amount_minor)
    if rule.gives == Gives.SHARE_OF_TARGET:
        return elided(_("%(share)s %% of the target") % {"share": shifted(rule.share, 2)})
    if rule.gives == Gives.RATIO:
        words = {"ratio": shifted(rule.ratio, 4), "currency": rule.call.currency}
        return _("%(ratio)s %(currency)s for each %(currency)s given") % words
    return _("a share of its pool that grows with the number of people more than with the sums")


def _sum(rule: Rule, minor: int | None) -> str:
    return sum_of(None if minor is None else Money(minor, rule.call.currency))
