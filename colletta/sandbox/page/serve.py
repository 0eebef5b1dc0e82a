"""The way of a request through the pages. They need no key: a payment's id is one."""

import re
from urllib.parse import urlsplit

from colletta.sandbox.api.answer import Answer
from colletta.sandbox.api.request import Request
from colletta.sandbox.company import Company
from colletta.sandbox.nouns.payment import OPEN, Payment
from colletta.sandbox.page.choose import choose, late_seconds
from colletta.sandbox.page.front import front_page
from colletta.sandbox.page.render import Markup, Pen
from colletta.sandbox.page.view import payment_page, pen_for, return_address
from colletta.sandbox.page.words import language_of
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.verbs.expire import payment_as_of_now

ADDRESS = re.compile(r"/pay/(pay_[0-9a-f]{32})", re.ASCII)
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'"


def serve(company: Company, request: Request) -> Answer:
    """The page, or where to go from it."""
    try:
        if request.path == "/" and request.method == "GET":
            return _front(company, request)
        name = _payment_in(request.path)
        return (_chosen if request.method == "POST" else _shown)(company, request, name)
    except Refusal as refusal:
        return _lost(request, refusal)


def _payment_in(path: str) -> str:
    if match := ADDRESS.fullmatch(path):
        return match[1]
    raise Refusal("not_found")


def _shown(company: Company, request: Request, name: str) -> Answer:
    with company.book.turn() as turn:
        payment = payment_as_of_now(turn, name)
        late = late_seconds(turn)
    pen = pen_for(payment, _language(request, payment.language), late=late)
    return _page(pen, *payment_page(pen, payment), form_action=_origin(payment))


def _chosen(company: Company, request: Request, name: str) -> Answer:
    payment = choose(company, name, request.form().get("button", ""))
    here = f"/pay/{name}?language={_language(request, payment.language)}"
    stays = payment.status in OPEN or not payment.return_url
    headers = {"Location": here if stays else return_address(payment), "Cache-Control": "no-store"}
    return Answer(303, headers=headers, kind="text/plain")


def _front(company: Company, request: Request) -> Answer:
    pen = Pen(_language(request, ""))
    with company.book.turn() as turn:
        title, main = front_page(pen, turn.state)
    return _page(pen, title, main)


def _lost(request: Request, refusal: Refusal) -> Answer:
    pen, what = Pen(_language(request, "")), "lost." if refusal.status == 404 else "lost.other_"
    heading, note = pen.say(f"{what}title"), pen.say(f"{what}note")
    return _page(
        pen, heading, pen.fill("lost.html", heading=heading, note=note), status=refusal.status
    )


def _language(request: Request, otherwise: str) -> str:
    return language_of(
        request.query.get("language", ""),
        otherwise=otherwise,
        accepted=request.headers.get("accept-language", ""),
    )


def _origin(payment: Payment) -> str:
    """Where the form may lead: a browser holds the redirect after a form to its policy, too."""
    parts = urlsplit(payment.return_url)
    return f"{parts.scheme}://{parts.netloc}" if payment.return_url else ""


def _page(
    pen: Pen, title: str, main: Markup, *, form_action: str = "", status: int = 200
) -> Answer:
    here = {
        f"here_{language}": Markup(' aria-current="true"' if language == pen.language else "")
        for language in ("it", "en")
    }
    body = pen.fill("frame.html", title=title, main=main, **here).encode()
    headers = {
        "Cache-Control": "no-store",
        "Content-Language": pen.language,
        "Content-Security-Policy": f"{POLICY}; form-action 'self' {form_action}".strip()
        + "; frame-ancestors 'none'",
        "Vary": "Accept-Language",
    }
    return Answer(status, body, headers, kind="text/html; charset=utf-8")
