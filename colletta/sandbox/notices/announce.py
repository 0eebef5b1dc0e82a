"""A notice is due: written in the same turn as what it tells, so that neither is lost."""

from dataclasses import replace

from colletta.sandbox.identity import new_id
from colletta.sandbox.nouns.notice import Plan
from colletta.sandbox.store.book import Turn


def announce(turn: Turn, kind: str, about: str, plan: Plan | None = None) -> str:
    """Makes the notice, and its deliveries as planned; answers its id.

    Without a plan of its own a notice follows the first standing plan that it matches.
    """
    notice = new_id("evt")
    turn.append("notice.created", notice, type=kind, object=about, extra={})
    usual = Plan(delay=turn.habits.notice_delay)
    plan = plan or _standing_plan(turn, kind, about) or usual
    if not plan.drop:
        for copy in range(plan.copies):
            _deliver(turn, notice, plan, lane=f"{about}:{copy}" if copy else about)
    return notice


def _deliver(turn: Turn, notice: str, plan: Plan, *, lane: str) -> None:
    due = turn.now() + plan.delay
    details = {"notice": notice, "due": due, "lane": lane, "forged": plan.forged}
    turn.append("delivery.due", new_id("dlv"), **details)


def _standing_plan(turn: Turn, kind: str, about: str) -> Plan | None:
    refund = turn.state.refunds.get(about)
    objects = {"", about, refund.payment if refund else about}
    for standing in turn.state.plans.values():
        if standing.object in objects and standing.type in {"", kind}:
            turn.append("plan.used", standing.id)
            later = standing.left - 1 if standing.reorder else 1
            return replace(standing.plan, delay=standing.plan.delay * later)
    return None
