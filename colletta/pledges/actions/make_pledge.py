"""Somebody promises money to a campaign."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from colletta.history.actions.record import record
from colletta.history.second_try import tried_again
from colletta.money import Money
from colletta.payments.actions.intend_payment import intend_payment
from colletta.payments.models import Payment
from colletta.people.models import email_key
from colletta.pledges.models import Pledge
from colletta.pledges.window import while_open


class FormWasUsed(Exception):
    """The same form made a pledge before, with other terms."""

    def __init__(self, pledge: Pledge) -> None:
        super().__init__(str(pledge))
        self.pledge = pledge


@tried_again
def make_pledge(
    *,
    campaign_id: int,
    amount: Money,
    name: str,
    email: str,
    method: str,
    provider: str,
    provider_account: str = "",
    show_name: bool = False,
    show_amount: bool = False,
    message: str = "",
    language: str = "",
    person_id: int | None = None,
    form_key: UUID | None = None,
    made_at: datetime | None = None,
) -> tuple[Pledge, Payment]:
    """A pending pledge with its intended payment exists; nothing has moved yet.

    A form that made a pledge gives that pledge again, with its latest payment, however often, by
    however many at once it is sent (fault F8). `made_at` is given where the pledge was made
    elsewhere before. Raises CampaignIsNotOpen: the database decides, by its own clock (guard D10);
    FormWasUsed where the form made a pledge of other terms.
    """
    terms: dict[str, Any] = {"campaign_id": campaign_id, "name": name, "email": email}
    terms |= {"currency": amount.currency, "amount_minor": amount.minor, "person_id": person_id}
    if made := _made_before(form_key, terms, method):
        return made
    chosen: dict[str, Any] = {"show_name": show_name, "show_amount": show_amount}
    chosen |= {"message": message, "language": language, "email_key": email_key(email)}
    if made_at is not None:
        chosen["made_at"] = made_at
    way = {"method": method, "provider": provider, "provider_account": provider_account}
    try:
        return _make({"form_key": form_key} | terms | chosen, way)
    except IntegrityError as refused:
        return _made_meanwhile(refused, form_key, terms, method)


def _made_meanwhile(
    refused: IntegrityError, form_key: UUID | None, terms: dict[str, Any], method: str
) -> tuple[Pledge, Payment]:
    """What another request with this form made, which was faster and has committed."""
    made = _made_before(form_key, terms, method)
    if "one_pledge_per_form" not in str(refused) or made is None:
        raise refused
    return made


def _make(columns: dict[str, Any], way: dict[str, str]) -> tuple[Pledge, Payment]:
    with while_open(columns["campaign_id"]):
        pledge = Pledge.objects.create(**columns)
        payment = intend_payment(
            purpose="pledge", purpose_id=pledge.pk, amount=pledge.amount, **way
        )
        record("pledge.made", about=str(pledge), details={"campaign": pledge.campaign_id})
    return pledge, payment


def _made_before(
    form_key: UUID | None, terms: dict[str, Any], method: str
) -> tuple[Pledge, Payment] | None:
    if form_key is None or (pledge := Pledge.objects.filter(form_key=form_key).first()) is None:
        return None
    payments = Payment.objects.filter(purpose="pledge", purpose_id=pledge.pk)
    payment = payments.latest("pk")
    same = all(getattr(pledge, name) == value for name, value in terms.items())
    if not same or payment.method != method:
        raise FormWasUsed(pledge)
    return pledge, payment
