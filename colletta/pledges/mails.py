"""The letters that tell supporters what became of their pledge, each written once."""

from django.utils.translation import override

from colletta.campaigns.models import Campaign, Type
from colletta.mail.actions.write_letter import write_letter
from colletta.money import Money
from colletta.payments.models import Payment
from colletta.pledges.effects import rules_of
from colletta.pledges.link import address_of
from colletta.pledges.models import Pledge

WRITTEN_ELSEWHERE = "recorded"  # gifts that were made elsewhere had their receipt there


def write_receipt(*, pledge: Pledge, payment: Payment) -> None:
    """The gift arrived."""
    _write("receipt", pledge, payment, occasion=f"receipt:{pledge}")


def write_promise(*, pledge: Pledge, payment: Payment) -> None:
    """The promise counts; nothing was charged."""
    _write("promise", pledge, payment, occasion=f"promise:{pledge}")


def write_refusal(*, pledge: Pledge, payment: Payment) -> None:
    """The payment did not go through; once for a pledge, however often it is tried."""
    _write("refusal", pledge, payment, occasion=f"refusal:{pledge}")


def write_refund(*, pledge: Pledge, payment: Payment, amount: Money) -> None:
    """`amount` went back."""
    occasion = f"refund:{payment}:{payment.refunded_minor}"
    _write("refund", pledge, payment, occasion=occasion, amount=amount)


def _write(
    kind: str, pledge: Pledge, payment: Payment, *, occasion: str, amount: Money | None = None
) -> None:
    if not pledge.email or payment.provider == WRITTEN_ELSEWHERE:
        return
    campaign = Campaign.objects.with_telling().get(pk=pledge.campaign_id)
    language = pledge.language or campaign.language
    title = campaign.text_in(language).title
    with override(language):
        rules = rules_of(campaign=campaign)
    write_letter(
        key=occasion,
        kind=f"pledges.{kind}",
        to=pledge.email,
        language=language,
        template=f"pledges/letters/{kind}",
        context={
            "pledge": pledge,
            "campaign": campaign,
            "title": title,
            "rules": rules,
            "sum": amount or (pledge.net if kind == "receipt" else pledge.amount),
            "owner": campaign.owner.name,
            "link": address_of(pledge, language),
            "keep_it_all": campaign.type == Type.KEEP_IT_ALL,
        },
    )
