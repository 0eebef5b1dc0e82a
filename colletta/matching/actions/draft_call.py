"""A partner begins a call."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.matching.addresses import free_slug
from colletta.matching.models import Call, Rule
from colletta.matching.outline import Outline
from colletta.matching.steps import refused_in_words


@transaction.atomic
def draft_call(*, partner_id: int, by_id: int, outline: Outline) -> Call:
    """The call is a *draft* with its first rule; nobody but its partner sees it.

    Raises MatchRefused where the database refuses rule or window.
    """
    title = outline.titles.get(outline.language) or next(iter(outline.titles.values()), "")
    with refused_in_words():
        call = Call.objects.create(
            partner_id=partner_id,
            slug=free_slug(title),
            **outline.told(),
            **outline.promised(),
        )
        Rule.objects.create(call=call, version=1, **outline.rule)
    record("call.drafted", about=str(call), by=f"person:{by_id}", details={"call": call.pk})
    return call
