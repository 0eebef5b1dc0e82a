"""The hosted page of one payment, as its status asks."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.page.choose import GIVE_BACK, LATER, UNUSUAL
from colletta.sandbox.page.money import written
from colletta.sandbox.page.render import Markup, Pen

OTHERS = ("decline", "authenticate", "pend")


def return_address(payment: Payment) -> str:
    """Where the person goes back to, with the payment's id; empty when there is nowhere."""
    if not payment.return_url:
        return ""
    parts = urlsplit(payment.return_url)
    query = [*parse_qsl(parts.query, keep_blank_values=True), ("payment", payment.id)]
    return urlunsplit(parts._replace(query=urlencode(query)))


def pen_for(payment: Payment, language: str, *, late: str) -> Pen:
    """A pen that knows the payment."""
    nobody = Pen(language).say("sum.nobody")
    return Pen(
        language,
        payee=payment.payee or nobody,
        sum=written(payment.captured or payment.amount, payment.currency, language),
        late=late,
    )


def payment_page(pen: Pen, payment: Payment) -> tuple[str, Markup]:
    """The title and the content."""
    if payment.status == "created":
        return _confirm(pen, payment)
    if payment.status == "action_needed":
        page = pen.fill("ask.html", sum=_sum(pen, payment))
        return pen.say("ask.title"), page
    if payment.status == "processing":
        page = pen.fill("wait.html", sum=_sum(pen, payment), back=_back(pen, payment))
        return pen.say("wait.title"), page
    return _over(pen, payment)


def _confirm(pen: Pen, payment: Payment) -> tuple[str, Markup]:
    return pen.say(f"sum.{_purpose(payment)}"), pen.fill(
        "confirm.html",
        sum=_sum(pen, payment),
        confirm=pen.say(f"pay.{_purpose(payment)}"),
        others=_buttons(pen, "pay", OTHERS),
        later=_fold(pen, "later", tuple(LATER)) if payment.capture == "later" else Markup(),
        unusual=_fold(pen, "unusual", UNUSUAL),
    )


def _purpose(payment: Payment) -> str:
    """pay, save the method for later, or confirm a charge of a saved one."""
    return "charge" if payment.off_session else {"later": "save"}.get(payment.capture, "pay")


def _fold(pen: Pen, section: str, names: tuple[str, ...]) -> Markup:
    return pen.fill(
        "fold.html",
        title=pen.say(f"{section}.title"),
        note=pen.say(f"{section}.note"),
        buttons=_buttons(pen, section, names),
    )


def _buttons(pen: Pen, section: str, names: tuple[str, ...]) -> Markup:
    return pen.join(
        pen.fill(
            "button.html",
            value=name,
            name=pen.say(f"{section}.{name}"),
            note=pen.say(f"{section}.{name}_note"),
        )
        for name in names
    )


def _sum(pen: Pen, payment: Payment) -> Markup:
    facts = {
        "sum.method": pen.say(f"method.{payment.method}"),
        "sum.description": payment.description,
        "sum.reference": payment.metadata.get("reference", ""),
        "sum.payment": payment.id,
    }
    return pen.fill(
        "sum.html",
        heading=pen.say(f"sum.{_purpose(payment)}"),
        note=_paragraph(pen, "sum.save_note") if payment.capture == "later" else Markup(),
        facts=pen.join(
            pen.fill("fact.html", name=pen.say(name), value=value)
            for name, value in facts.items()
            if value
        ),
    )


def _over(pen: Pen, payment: Payment) -> tuple[str, Markup]:
    heading = pen.say(f"over.{payment.status}")
    refunded = written(payment.refunded, payment.currency, pen.language)
    back = Pen(pen.language, sum=refunded)
    return heading, pen.fill(
        "over.html",
        status=payment.status,
        heading=heading,
        note=pen.say(f"over.{payment.status}_note"),
        refunded=_paragraph(back, "over.refunded") if payment.refunded else Markup(),
        give_back=_give_back(pen) if payment.left() else Markup(),
        back=_back(pen, payment),
    )


def _give_back(pen: Pen) -> Markup:
    return pen.fill("give_back.html", button=_buttons(pen, "over", (GIVE_BACK,)))


def _back(pen: Pen, payment: Payment) -> Markup:
    address = return_address(payment)
    return pen.fill("back.html", address=address) if address else Markup()


def _paragraph(pen: Pen, words: str) -> Markup:
    return pen.fill("paragraph.html", text=pen.say(words))
