"""A partner changes a call that is a draft, or one that is open already."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.matching.models import Call, CallState, Match, Rule
from colletta.matching.outline import Outline
from colletta.matching.soundness import must_be_sound
from colletta.matching.steps import refused_in_words


class CallIsClosed(Exception):
    """What a closed call said stays as it is."""


class WindowOnlyGrows(Exception):
    """Campaigns rely on the closing of an open call: it may only be moved to a later instant."""


@transaction.atomic
def change_call(*, call_id: int, by_id: int, outline: Outline) -> Call:
    """The call says what the outline says; matches that stand under it keep their terms.

    Of an open call opening, claw-back days and currency stay, its closing may only move later, and
    a rule under which a match stands gets a new version. Raises CallIsClosed, WindowOnlyGrows,
    PoolCannotBear where more is promised already, RuleIsUnsound for an open call, MatchRefused.
    """
    call = Call.objects.select_for_update(of=("self",)).get(pk=call_id, private=False)
    if call.state == CallState.CLOSED:
        raise CallIsClosed(str(call))
    wanted = outline.told()
    if call.state == CallState.DRAFT:
        wanted |= outline.promised()
    else:
        _must_keep_promises(call, outline)
    for name, value in wanted.items():
        setattr(call, name, value)
    with refused_in_words():
        call.save(update_fields=list(wanted))
        _change_rule(call, Rule(call=call, **outline.rule))
    record("call.changed", about=str(call), by=f"person:{by_id}", details={"call": call.pk})
    return call


def _must_keep_promises(call: Call, outline: Outline) -> None:
    must_be_sound(Rule(**outline.rule), pool_minor=outline.pool.minor)
    earlier, later = call.closes_at, outline.closes_at
    if later is not None and (earlier is None or later < earlier):
        raise WindowOnlyGrows(str(call))


def _change_rule(call: Call, wanted: Rule) -> None:
    standing = call.rule
    if standing.copied_terms() == wanted.copied_terms():
        return
    used = Match.objects.filter(call=call, rule_version=standing.version).exists()
    wanted.version = standing.version + 1 if used else standing.version
    wanted.pk = None if used else standing.pk
    wanted.made_at = standing.made_at
    wanted.save(force_insert=used, force_update=not used)
