"""Notices, their deliveries, and the plans that spoil them."""

from dataclasses import replace

from colletta.sandbox.nouns.notice import Attempt, Delivery, Notice, Plan, StandingPlan
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event

ATTEMPTS_KEPT = 50


def _planned(state: State, event: Event) -> None:
    details = {**event.details, "plan": Plan(**event.details["plan"])}
    state.plans[event.about] = StandingPlan(id=event.about, **details)


def _plan_used(state: State, event: Event) -> None:
    plan = state.plans[event.about]
    state.plans[event.about] = replace(plan, left=plan.left - 1)
    if plan.left == 1:
        del state.plans[event.about]


def _plans_cleared(state: State, event: Event) -> None:
    state.plans.clear()


def _created(state: State, event: Event) -> None:
    state.notices[event.about] = Notice(id=event.about, created=event.at, **event.details)


def _due(state: State, event: Event) -> None:
    state.deliveries[event.about] = Delivery(id=event.about, **event.details)


def _attempted(state: State, event: Event) -> None:
    details = event.details
    attempts = state.attempts[details["notice"]]
    attempts.append(Attempt(event.at, event.about, details["answer"]))
    del attempts[:-ATTEMPTS_KEPT]
    delivery = state.deliveries.pop(event.about, None)
    if delivery and details["again"]:
        again = replace(delivery, due=details["again"], attempts=delivery.attempts + 1)
        state.deliveries[event.about] = again


STEPS = {
    "plan.set": _planned,
    "plan.used": _plan_used,
    "plans.cleared": _plans_cleared,
    "notice.created": _created,
    "delivery.due": _due,
    "delivery.attempted": _attempted,
}
