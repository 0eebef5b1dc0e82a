"""What partners add to a campaign: under a call of this site, or under a private one."""

from collections.abc import Sequence
from typing import Any

from colletta.campaigns.models import Campaign
from colletta.folders import contents
from colletta.folders.faults import Fault, FolderRefused
from colletta.history.clock import now
from colletta.matching.actions.offer_match import offer_match
from colletta.matching.actions.offer_under_call import offer_under_call
from colletta.matching.models import Call, CallState, Gives, Match, Partner, Rule
from colletta.matching.partners import partner_key
from colletta.matching.steps import MatchRefused, PoolCannotBear
from colletta.matching.windows import WindowNeverOpens
from colletta.money import Money

REFUSED = {
    "a_threshold_is_within_the_target": "The threshold is above the target.",
    "a_partner_is_not_the_owner": "The partner is the owner of the campaign.",
    "a_match_has_the_currency_of_its_call": "The call has another currency than the campaign.",
}


class CannotCome(Exception):
    """The match cannot come under its call; the sentence tells why."""


def write_matches(campaign: Campaign, matches: Sequence[contents.Match]) -> list[Match]:
    """Every [[match]] in its order. Raises FolderRefused with the one that cannot be."""
    written = []
    for number, match in enumerate(matches, start=1):
        try:
            written.append(write_match(campaign, match))
        except (CannotCome, MatchRefused, WindowNeverOpens) as refusal:
            key = f"match[{number}].call" if match.call else f"match[{number}]"
            reason = reason_of(refusal)
            raise FolderRefused([Fault(file="campaign.toml", key=key, reason=reason)]) from refusal
    return written


def write_match(campaign: Campaign, match: contents.Match) -> Match:
    """A partner's rule, offered since the campaign opened, or from now on if that is to come.

    Where the site has the call it names, the match comes under it and its pool bears it; else the
    call is private and keeps the name. Raises CannotCome, MatchRefused, WindowNeverOpens.
    """
    at = min(campaign.opens_at, now())
    call = Call.objects.filter(slug=match.call).first() if match.call else None
    if call is not None:
        version = version_of(match, call)
        try:
            return offer_under_call(
                campaign_id=campaign.pk, call_id=call.pk, version=version, at=at
            )
        except PoolCannotBear:
            left = Money(call.pool_minor - call.reserved_minor, call.currency)
            raise CannotCome(
                f'The pool of the call "{call.slug}" has {left} left, and this match may cost more.'
            ) from None
    if match.gives == Gives.QUADRATIC:
        raise CannotCome(f'There is no call "{match.call}" on this site. Load its folder first.')
    return offer_match(
        campaign_id=campaign.pk,
        partner_id=partner_of(match.partner, match.partner_place).pk,
        terms=terms_of(match),
        call_name=match.call,
        at=at,
    )


def version_of(match: contents.Match, call: Call) -> int:
    """The version of the call's rule that the match says. Raises CannotCome."""
    if call.state == CallState.DRAFT:
        raise CannotCome(f'The call "{call.slug}" is a draft. Open it first.')
    if call.partner.key != partner_key(match.partner, match.partner_place):
        raise CannotCome(f'The call "{call.slug}" is one of {call.partner}, not of this partner.')
    wanted = terms_of(match)
    rules = call.rules.order_by("-version")
    for rule in rules:
        if rule.copied_terms() == wanted:
            return rule.version
    apart = ", ".join(sorted(_differing(rules[0], wanted)))
    raise CannotCome(
        f'The rule of the call "{call.slug}" says something else: {apart}. Write what it says.'
    )


def _differing(rule: Rule, wanted: dict[str, Any]) -> set[str]:
    """The keys, as a folder has them, in which the rule is another one."""
    said = rule.copied_terms()
    return {name.removesuffix("_minor") for name, value in wanted.items() if said[name] != value}


def reason_of(refusal: Exception) -> str:
    """Why a match was refused, and what to do."""
    if isinstance(refusal, CannotCome):
        return str(refusal)
    if isinstance(refusal, WindowNeverOpens):
        return "The call is not open at any time between opening and closing of the campaign."
    return REFUSED.get(str(refusal), f"The site refuses this rule: {refusal}.")


def terms_of(rule: contents.Rule) -> dict[str, Any]:
    """The columns of a rule as the site keeps them."""
    return {
        "threshold_minor": minor(rule.threshold),
        "threshold_share": rule.threshold_share,
        "minimum_supporters": rule.minimum_supporters,
        "window_days": rule.window_days,
        "gives": rule.gives,
        "amount_minor": minor(rule.amount),
        "share": rule.share,
        "ratio": rule.ratio,
        "cap_minor": minor(rule.cap),
        "cap_per_gift_minor": minor(rule.cap_per_gift),
        "counts_offline": rule.counts_offline,
    }


def partner_of(name: str, place: str) -> Partner:
    """The same name and place, without regard to capitals, are the same partner."""
    key = partner_key(name, place)
    return Partner.objects.get_or_create(key=key, defaults={"name": name, "place": place})[0]


def minor(money: Money | None) -> int | None:
    """The minor units of a sum that may be missing."""
    return None if money is None else money.minor
