"""The front page: what came through, for whoever plays with the sandbox."""

from itertools import islice

from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.page.money import written
from colletta.sandbox.page.render import Markup, Pen
from colletta.sandbox.state import State

MOST_SHOWN = 50


def front_page(pen: Pen, state: State) -> tuple[str, Markup]:
    """The title and the content: totals by currency, and the latest payments."""
    latest = [state.payments[name] for name in islice(reversed(state.in_order), MOST_SHOWN)]
    page = pen.fill("front.html", totals=_totals(pen, state), payments=_table(pen, latest))
    return pen.say("front.title"), page


def _totals(pen: Pen, state: State) -> Markup:
    rows = [
        pen.fill(
            "total.html",
            captured=written(sums.captured, currency, pen.language),
            refunded=written(sums.refunded, currency, pen.language),
        )
        for currency, sums in sorted(state.totals.items())
    ]
    return pen.fill("totals.html", rows=pen.join(rows)) if rows else Markup()


def _table(pen: Pen, payments: list[Payment]) -> Markup:
    if not payments:
        return pen.fill("paragraph.html", text=pen.say("front.empty"))
    rows = [
        pen.fill(
            "payment.html",
            id=payment.id,
            payee=payment.payee or pen.say("sum.nobody"),
            description=payment.description,
            sum=written(payment.amount, payment.currency, pen.language),
            status=payment.status,
            state=pen.say(f"status.{payment.status}"),
        )
        for payment in payments
    ]
    return pen.fill("payments.html", rows=pen.join(rows))
