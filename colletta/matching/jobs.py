"""What the clock does to matches, without anyone opening a page."""

import logging

from django.db import connection
from procrastinate.contrib.django import app

from colletta.campaigns.models import State
from colletta.history.clock import now
from colletta.matching.actions.close_call import close_call
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.split_call import CallIsStillOpen, split_call
from colletta.matching.models import LIVE_MATCHES, Call, CallState, Gives, Match, MatchState

log = logging.getLogger(__name__)

# Windows that began or ended; claw-backs that ended; campaigns that are over.
DUE = """
    SELECT DISTINCT m.campaign_id FROM matching_match m
    JOIN campaigns_campaign c ON c.id = m.campaign_id
    JOIN matching_call k ON k.id = m.call_id
    WHERE m.state = 'offered' AND c.state <> 'scheduled' AND m.opens_at <= colletta_now()
        OR m.state = 'locked' AND m.gives <> 'quadratic' AND m.closes_at < colletta_now()
            AND (m.window_days IS NOT NULL OR m.closes_at < c.closes_at)
        OR m.state = 'locked' AND m.gives <> 'quadratic' AND c.state IN ('ended', 'settled')
        OR m.state = 'unlocked' AND c.state IN ('ended', 'settled')
            AND c.closes_at + k.claw_back_days * interval '24 hours' <= colletta_now()
        OR m.state IN ('offered', 'locked', 'unlocked') AND c.state = 'cancelled'
"""


@app.periodic(cron="*/10 * * * * *")
@app.task(queueing_lock="matching.windows", priority=10, pass_context=False)
def keep_windows(timestamp: int) -> None:
    """Look at the matches that are due."""
    with connection.cursor() as cursor:
        cursor.execute(DUE)
        due = [campaign_id for (campaign_id,) in cursor.fetchall()]
    _look_at(due)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="matching.all", priority=10, pass_context=False)
def look_at_all(timestamp: int) -> None:
    """Look at every live match: a gift may have been on its way while the match was offered."""
    live = Match.objects.filter(state__in=LIVE_MATCHES).exclude(campaign__state=State.SCHEDULED)
    _look_at(list(live.order_by().values_list("campaign", flat=True).distinct()))


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="matching.calls", priority=10, pass_context=False)
def close_calls(timestamp: int) -> None:
    """A call whose window is over takes no more campaigns."""
    over = Call.objects.filter(private=False, state=CallState.OPEN, closes_at__lte=now())
    for call_id in over.values_list("pk", flat=True):
        close_call(call_id=call_id, by_id=None, at=now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="matching.shares", priority=10, pass_context=False)
def split_calls(timestamp: int) -> None:
    """The pool of a closed quadratic call is shared out once no gift counts any more."""
    waiting = Match.objects.filter(gives=Gives.QUADRATIC, state__in=LIVE_MATCHES)
    closed = waiting.exclude(state=MatchState.UNLOCKED).filter(call__state=CallState.CLOSED)
    for call_id in list(closed.order_by().values_list("call", flat=True).distinct()):
        try:
            split_call(call_id=call_id, at=now())
        except CallIsStillOpen:
            continue
        except Exception:
            log.exception("the pool of call:%s could not be shared out", call_id)


def _look_at(campaigns: list[int]) -> None:
    """One campaign that fails never stops the others."""
    for campaign_id in campaigns:
        try:
            evaluate_matches(campaign_id=campaign_id, at=now())
        except Exception:
            log.exception("the matches of campaign:%s could not be looked at", campaign_id)
