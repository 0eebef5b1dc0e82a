"""The hosted page, as a browser without JavaScript sees it."""

from html import escape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from colletta.sandbox.page.money import written
from colletta.sandbox.page.words import LANGUAGES, WORDS, language_of
from tests.sandbox.company import Company, Reply

BACK = "http://127.0.0.1:1/it/pledges/abc/?step=2"


class Buttons(HTMLParser):
    """The buttons of a page, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "button":
            self.found.append(dict(attrs)["value"] or "")


def show(company: Company, payment: str, language: str = "", accepted: str = "") -> Reply:
    address = f"/pay/{payment}" + (f"?language={language}" if language else "")
    return company.ask("GET", address, headers={"Accept-Language": accepted} if accepted else {})


def test_it_shows_who_is_paid_and_the_sum(company: Company) -> None:
    payment = company.pay(
        123456,
        payee="Mutuo Soccorso Milano",
        description="LegaMI di Comunità",
        metadata={"reference": "COL-7F3K-22"},
    )
    italian, english = (show(company, payment, language).text for language in LANGUAGES)
    for page in (italian, english):
        assert "Mutuo Soccorso Milano" in page
        assert "LegaMI di Comunità" in page
        assert "COL-7F3K-22" in page
    assert '<html lang="it">' in italian
    assert "Paga 1.234,56\N{NO-BREAK SPACE}€" in italian
    assert "nessun denaro si muove" in italian
    assert '<html lang="en">' in english
    assert "Pay €1,234.56" in english
    assert "no money moves" in english


@pytest.mark.parametrize(
    ("buttons", "offered"),
    [
        (
            [],
            [
                *("pay", "decline", "authenticate", "pend"),
                *("silent", "twice", "early", "disordered", "forged", "late", "cancel"),
            ],
        ),
        (["authenticate"], ["authenticated", "not_authenticated", "cancel"]),
        (["pend"], ["settle", "fail"]),
        (["pay"], ["refund"]),
        (["decline"], []),
        (["cancel"], []),
    ],
)
def test_it_offers_what_the_status_allows(
    company: Company, buttons: list[str], offered: list[str]
) -> None:
    payment = company.pay(return_url=BACK)
    for button in buttons:
        company.press(payment, button)
    for language in LANGUAGES:
        page = show(company, payment, language)
        assert (page.status, Buttons(page.text).found) == (200, offered)
        assert "${" not in page.text
        leads_back = escape(f"{BACK}&payment={payment}") in page.text
        assert leads_back == (buttons not in ([], ["authenticate"]))


@pytest.mark.parametrize(
    ("button", "status"),
    [
        ("pay", "succeeded"),
        ("decline", "refused"),
        ("pend", "processing"),
        ("cancel", "cancelled"),
        *((name, "succeeded") for name in ("silent", "twice", "early", "forged", "late")),
        ("disordered", "succeeded"),
    ],
)
def test_a_button_leads_back_with_the_id_of_the_payment(
    company: Company, button: str, status: str
) -> None:
    payment = company.pay(return_url=BACK)
    reply = company.choose(payment, button)
    assert reply.status == 303
    back = urlsplit(reply.headers["Location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == BACK.split("?", maxsplit=1)[0]
    assert parse_qs(back.query) == {"step": ["2"], "payment": [payment]}
    assert company.status(payment) == status


def test_strong_authentication_is_a_second_page(company: Company) -> None:
    for button, status in (("authenticated", "succeeded"), ("not_authenticated", "refused")):
        payment = company.pay(return_url=BACK)
        first = company.choose(payment, "authenticate")
        assert first.headers["Location"] == f"/pay/{payment}?language=en"
        assert company.status(payment) == "action_needed"
        assert company.choose(payment, button).headers["Location"].startswith(BACK)
        assert company.status(payment) == status


def test_a_pending_payment_is_settled_from_its_page_later(company: Company) -> None:
    payment = company.pay(return_url=BACK)
    company.choose(payment, "pend")
    assert company.choose(payment, "settle").headers["Location"].startswith(BACK)
    assert company.status(payment) == "succeeded"


def test_money_is_given_back_once_from_its_page(company: Company) -> None:
    payment = company.paid(2500, return_url=BACK)
    assert [company.choose(payment, "refund").status for _ in range(2)] == [303, 303]
    assert company.get(f"/v1/payments/{payment}").json["refunded"] == 2500
    assert Buttons(show(company, payment, "it").text).found == []


def test_f8_a_second_click_leads_to_the_same_place_and_does_nothing(company: Company) -> None:
    payment = company.pay(return_url=BACK)
    replies = [company.choose(payment, button) for button in ("pay", "pay", "decline", "twice")]
    assert len({reply.headers["Location"] for reply in replies}) == 1
    assert len(company.movements_of(payment)) == 1


def test_without_a_return_address_the_page_says_how_it_ended(company: Company) -> None:
    payment = company.pay()
    reply = company.choose(payment, "pay")
    assert reply.headers["Location"] == f"/pay/{payment}?language=en"
    assert "Payment successful" in show(company, payment, "en").text


def test_an_expired_payment_says_so_and_takes_no_money(timeless_company: Company) -> None:
    payment = timeless_company.pay(return_url=BACK)
    timeless_company.post("/control/clock", advance_seconds=3601)
    assert timeless_company.choose(payment, "pay").headers["Location"].startswith(BACK)
    assert "Payment expired" in show(timeless_company, payment, "en").text
    assert timeless_company.movements_of(payment) == []


def test_saving_a_card_is_called_that(company: Company) -> None:
    payment = company.pay(capture="later")
    page = show(company, payment, "en")
    assert "Save the card" in page.text
    assert "Nothing is paid today: Ada may charge €25.00 later." in page.text
    assert {"declining", "expiring", "asking"} <= set(Buttons(page.text).found)
    assert company.choose(company.pay(), "declining").status == 303


def test_what_others_wrote_is_text_not_markup(company: Company) -> None:
    hostile = "<script>alert(1)</script>\"'&${say.pay.pay}{sum}"
    payment = company.pay(
        payee=hostile, description=hostile, return_url=BACK, metadata={"reference": hostile}
    )
    for page in (show(company, payment, "it").text, company.ask("GET", "/?language=it").text):
        assert "<script" not in page
        assert escape(hostile) in page


def test_the_policy_of_the_page_allows_nothing_but_the_way_back(company: Company) -> None:
    payment = company.pay(return_url=BACK)
    page = show(company, payment)
    assert page.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
        "form-action 'self' http://127.0.0.1:1; frame-ancestors 'none'"
    )
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize("path", ["/pay/pay_nobody", f"/pay/pay_{'0' * 32}", "/nowhere", "/pay/"])
def test_what_is_not_there_is_said_in_words(company: Company, path: str) -> None:
    reply = company.ask("GET", path, headers={"Accept-Language": "en"})
    assert reply.status == 404
    assert "There is nothing here" in reply.text


def test_a_button_that_is_none_does_nothing(company: Company) -> None:
    payment = company.pay()
    for button in ("", "win", "finished"):
        assert company.choose(payment, button).status == 400
    assert company.status(payment) == "created"


def test_the_front_page_shows_what_came_through(own_company: Company) -> None:
    assert "Ancora nessun pagamento" in own_company.ask("GET", "/?language=it").text
    payment = own_company.paid(2500)
    own_company.post(f"/v1/payments/{payment}/refunds", amount=500)
    page = own_company.ask("GET", "/?language=en").text
    assert f'href="/pay/{payment}?language=en"' in page
    assert "<dd>€25.00</dd>" in page
    assert "<dd>€5.00</dd>" in page


@pytest.mark.parametrize(
    ("asked", "own", "accepted", "language"),
    [
        ("en", "it", "it", "en"),
        ("", "en", "it", "en"),
        ("", "", "en-GB,en;q=0.9,it;q=0.8", "en"),
        ("", "", "fr, it;q=0.5, en;q=0.7", "en"),
        ("", "", "en;q=0.2, it;q=0.21", "it"),
        ("fr", "", "de", "it"),
        ("", "", "", "it"),
        ("", "", ";;;,q=,en;q=x" + "x" * 10_000, "en"),
    ],
)
def test_the_language_is_the_one_asked_for(
    asked: str, own: str, accepted: str, language: str
) -> None:
    assert language_of(asked, otherwise=own, accepted=accepted) == language


def test_a_payment_knows_the_language_it_was_made_in(company: Company) -> None:
    payment = company.pay(language="en")
    assert show(company, payment, accepted="it").headers["Content-Language"] == "en"
    assert show(company, payment, "it").headers["Content-Language"] == "it"


def test_both_languages_say_the_same_things() -> None:
    assert WORDS["it"].keys() == WORDS["en"].keys()


@pytest.mark.parametrize(
    ("amount", "currency", "italian", "english"),
    [
        (5, "EUR", "0,05 €", "€0.05"),
        (353100, "EUR", "3.531,00 €", "€3,531.00"),
        (10**12, "USD", "10.000.000.000,00 $", "$10,000,000,000.00"),
        (3000, "JPY", "3.000 ¥", "¥3,000"),
        (1234, "KWD", "1,234 KWD", "KWD 1.234"),
        (50, "CHF", "0,50 CHF", "CHF 0.50"),
    ],
)
def test_a_sum_is_written_as_people_read_it(
    amount: int, currency: str, italian: str, english: str
) -> None:
    glued = [written(amount, currency, language) for language in LANGUAGES]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in glued] == [italian, english]
