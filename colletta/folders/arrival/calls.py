"""A call as its folder has it becomes rows, or is the one that is there already."""

from datetime import datetime
from typing import Any

from colletta.folders.arrival.matches import partner_of, terms_of
from colletta.folders.call_contents import CallFolder
from colletta.history.actions.record import record
from colletta.matching.models import Call, CallState, Rule
from colletta.matching.partners import partner_key
from colletta.matching.steps import refused_in_words

# The states a call goes through until it is what the folder says.
UNTIL = {
    CallState.DRAFT: ("call.drafted",),
    CallState.OPEN: ("call.drafted", "call.opened"),
    CallState.CLOSED: ("call.drafted", "call.opened", "call.closed"),
}
STATES = {"call.opened": CallState.OPEN, "call.closed": CallState.CLOSED}


def write_call(folder: CallFolder, *, at: datetime) -> Call:
    """The call with its rule, in the state that the folder says. Raises MatchRefused."""
    partner = partner_of(folder.partner, folder.partner_place)
    call = Call(partner=partner, made_at=at, **columns_of(folder))
    rule = Rule(version=folder.version, **terms_of(folder.rule))
    with refused_in_words():
        call.save(force_insert=True)
        rule.call = call
        rule.save(force_insert=True)
    for kind in UNTIL[CallState(folder.state)]:
        if kind in STATES:
            call.state = STATES[kind]
            call.save(update_fields=["state"])
        record(kind, about=str(call), details={"call": call.pk}, at=at)
    return call


def columns_of(folder: CallFolder) -> dict[str, Any]:
    """The columns of a call that a folder decides for good; its state moves on."""
    return {
        "slug": folder.slug,
        "titles": folder.titles,
        "texts": folder.texts,
        "language": folder.language,
        "currency": folder.currency,
        "opens_at": folder.opens_at,
        "closes_at": folder.closes_at,
        "pool_minor": folder.pool.minor,
        "claw_back_days": folder.claw_back_days,
        "questions": [
            {"key": one.key, "label": one.labels, "kind": one.kind, "required": one.required}
            for one in folder.questions
        ],
    }


def differences_to(call: Call, folder: CallFolder) -> list[str]:
    """In what the folder says something else than the call, by the names of its keys."""
    found = [
        name.removesuffix("_minor").removesuffix("_at")
        for name, value in columns_of(folder).items()
        if getattr(call, name) != value
    ]
    if call.partner.key != partner_key(folder.partner, folder.partner_place):
        found.append("partner")
    rule = call.rule
    if rule.copied_terms() != terms_of(folder.rule) or rule.version != folder.version:
        found.append("rule")
    return found
