"""/v1/payments"""

import re
from itertools import islice
from urllib.parse import urlsplit

from colletta.sandbox.api.answer import Answer, answer_json, refuse
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.pages import cut, limit_of, page_shape
from colletta.sandbox.api.shapes import payment_shape
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.clock import SECOND
from colletta.sandbox.faults.kinds import CHARGES
from colletta.sandbox.nouns.payment import METHODS, Payment
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.verbs.cancel import cancel
from colletta.sandbox.verbs.charge import charge
from colletta.sandbox.verbs.create_payment import Terms, create_payment
from colletta.sandbox.verbs.expire import expire_due, payment_as_of_now

MOST_MONEY = 10**12
LONGEST_LIFE = 30 * 24 * 60 * 60
HOST = re.compile(r"[\w.-]+(:\d{1,5})?|\[[0-9a-fA-F:]+\](:\d{1,5})?", re.ASCII)


def create(visit: Visit) -> Answer:
    """POST: a payment that a person will confirm on its hosted page."""
    fields = Fields(visit.request.json())
    amount, currency = money_of(fields)
    terms = Terms(
        amount,
        currency,
        capture=fields.choice("capture", ("automatic", "later"), default="automatic"),
        method=fields.choice("method", METHODS, default=METHODS[0]),
        payee=fields.text("payee", most=200),
        description=fields.text("description"),
        return_url=return_url_of(fields),
        metadata=fields.metadata(),
        language=fields.choice("language", ("it", "en"), default=""),
        lifetime=fields.whole("expires_in", least=1, most=LONGEST_LIFE, default=0) * SECOND,
    )
    fields.nothing_else()
    return _answer(visit, create_payment(visit.turn, terms), status=201)


def money_of(fields: Fields) -> tuple[int, str]:
    """The amount, in minor units, and the currency. Raises Refusal."""
    amount = fields.whole("amount", least=1, most=MOST_MONEY)
    currency = fields.text("currency", most=3, default=None)
    if not re.fullmatch("[A-Z]{3}", currency):
        message = "'currency' must be three capital letters."
        raise Refusal("parameter_invalid", message, parameter="currency")
    return amount, currency


def return_url_of(fields: Fields) -> str:
    """Where the person goes afterwards: an http or https address, or nowhere. Raises Refusal."""
    address = fields.text("return_url", most=2000)
    refusal = Refusal(
        "parameter_invalid", "'return_url' must be a web address.", parameter="return_url"
    )
    try:
        parts = urlsplit(address)
    except ValueError as fault:
        raise refusal from fault
    if address and not (parts.scheme in {"http", "https"} and HOST.fullmatch(parts.netloc)):
        raise refusal
    return address


def read(visit: Visit) -> Answer:
    """GET: the payment as it stands."""
    return _answer(visit, payment_as_of_now(visit.turn, visit.id))


def list_all(visit: Visit) -> Answer:
    """GET: payments in the order they were created, after one of them, or with one reference."""
    expire_due(visit.turn)
    state, query = visit.turn.state, visit.request.query
    limit, after, reference = limit_of(visit.request), query.get("after"), query.get("reference")
    if after and after not in state.payments:
        raise Refusal("not_found", "There is no such payment to go on after.", parameter="after")
    start = state.payments[after].position + 1 if after else 0
    wanted = (
        payment
        for payment in (state.payments[name] for name in islice(state.in_order, start, None))
        if reference is None or payment.metadata.get("reference") == reference
    )
    page, more = cut(list(islice(wanted, limit + 1)), limit=limit)
    shapes = [payment_shape(visit.company, state, payment) for payment in page]
    return answer_json(page_shape(shapes, more=more))


def cancel_one(visit: Visit) -> Answer:
    """POST …/cancel: nobody can confirm it any more."""
    Fields(visit.request.json()).nothing_else()
    return _answer(visit, cancel(visit.turn, payment_as_of_now(visit.turn, visit.id)))


def confirm(visit: Visit) -> Answer:
    """POST …/confirm: charges the saved method of a payment made for one."""
    Fields(visit.request.json()).nothing_else()
    return charge_now(visit, payment_as_of_now(visit.turn, visit.id))


def charge_now(visit: Visit, payment: Payment, *, status: int = 200) -> Answer:
    """The answer after charging a saved method: 402 with the payment if the money did not come."""
    charged = charge(visit.turn, payment, behaviour=visit.outcome(CHARGES))
    needs_person = charged.status == "action_needed"
    if code := "authentication_required" if needs_person else charged.code:
        shape = payment_shape(visit.company, visit.turn.state, charged)
        return refuse(Refusal(code), shape)
    return _answer(visit, charged, status=status)


def _answer(visit: Visit, payment: Payment, *, status: int = 200) -> Answer:
    return answer_json(payment_shape(visit.company, visit.turn.state, payment), status=status)
