"""What our contract asks of a provider, asked of the stand-in company."""

from dataclasses import replace
from itertools import count
from typing import Any
from urllib.request import urlopen

import pytest

from colletta.payments.models import Method, State
from colletta.payments.providers.contract import (
    ForgedNotice,
    OutcomeUnknown,
    ProviderRefused,
    Start,
    Started,
)
from tests.cast import eur
from tests.payments.company import SECRET, Company, signed

NUMBERS = count(1_000_000)
BUTTONS = {
    "pay": State.CAPTURED,
    "decline": State.REFUSED,
    "authenticate": State.ACTION_NEEDED,
    "pend": State.PROCESSING,
    "cancel": State.CANCELLED,
}
LOST_ANSWERS = ["timeout_after", "reset_after", "error_before", "reset_before", "unavailable"]


def test_starting_moves_nothing(company: Company) -> None:
    before = company.moved()
    started = _start(company)
    assert company.provider().fetch(started.object_id).state == State.STARTED
    assert started.page.startswith(company.url)
    assert company.moved() == before


def test_the_same_reference_is_the_same_object(company: Company) -> None:
    reference = _reference()
    assert _start(company, reference) == _start(company, reference)


@pytest.mark.parametrize("button", BUTTONS)
def test_what_the_supporter_did_is_read(company: Company, button: str) -> None:
    started = _start(company)
    company.press(started.object_id, button)
    snapshot = company.provider().fetch(started.object_id)
    assert snapshot.state == BUTTONS[button]
    assert snapshot.captured == eur("20.00" if button == "pay" else "0.00")
    assert (snapshot.account, snapshot.live) == (company.account, False)


def test_F5_an_error_that_is_repeated_for_ever_hides_nothing(company: Company) -> None:
    company.break_next("error_after", "payments.create")
    reference = _reference()
    started = _start(company, reference)
    assert _start(company, reference) == started
    found = company.ask("GET", f"/v1/payments?reference={reference}")["items"]
    assert [one["id"] for one in found] == [started.object_id]


@pytest.mark.parametrize("fault", LOST_ANSWERS)
def test_a_lost_answer_is_unknown_and_then_found(company: Company, fault: str) -> None:
    company.break_next(fault, "payments.create", hold_ms=3000)
    reference = _reference()
    with pytest.raises(OutcomeUnknown):
        _start(company, reference)
    happened = fault.endswith("_after")
    assert (company.provider().find(reference) is not None) == happened


def test_what_is_not_there_is_refused(company: Company) -> None:
    with pytest.raises(ProviderRefused) as refusal:
        company.provider().fetch("pay_nothing")
    assert refusal.value.code == "not_found"
    assert company.provider().find("payment:0") is None


@pytest.mark.parametrize("fault", ["unknown_status"])
def test_an_answer_that_makes_no_sense_is_unknown(company: Company, fault: str) -> None:
    started = _start(company)
    company.break_next(fault, "payments.read")
    with pytest.raises(OutcomeUnknown):
        company.provider().fetch(started.object_id)


BODY = b'{"id": "evt_1", "type": "payment.succeeded", "object": "pay_1", "account": "a"}'
FORGERIES: dict[str, tuple[dict[str, str], bytes]] = {
    "no header": ({}, BODY),
    "an empty header": ({"Sandbox-Signature": ""}, BODY),
    "another secret": (signed(BODY, secret="guessed, but just as long as it is"), BODY),
    "an empty secret": (signed(BODY, secret=""), BODY),
    "another body": (signed(BODY), BODY.replace(b"pay_1", b"pay_2")),
    "too old": (signed(BODY, age=3600), BODY),
    "from the future": (signed(BODY, age=-3600), BODY),
    "no JSON": (signed(b"\x00{"), b"\x00{"),
    "no object": (signed(b"[]"), b"[]"),
    "too long": (signed(b" " * 10_000_000), b" " * 10_000_000),
    "no timestamp": ({"Sandbox-Signature": signed(BODY)["Sandbox-Signature"][13:]}, BODY),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_F30_a_forged_notice_is_not_read(company: Company, forgery: str) -> None:
    headers, body = FORGERIES[forgery]
    with pytest.raises(ForgedNotice):
        company.provider().read_notice(headers, body)


def test_a_true_notice_is_read(company: Company) -> None:
    hint = company.provider().read_notice(signed(BODY), BODY)
    assert (hint.event, hint.object_id, hint.kind) == ("evt_1", "pay_1", "payment.succeeded")


def test_F117_the_old_secret_is_good_while_it_changes(company: Company) -> None:
    terms: dict[str, Any] = company.terms() | {"secrets": ("the new one, also long enough", SECRET)}
    assert type(company.provider())(**terms).read_notice(signed(BODY), BODY).event == "evt_1"


def test_it_says_what_a_page_tells_of_it(company: Company) -> None:
    described = company.provider().describe()
    assert described.title == "Sabbiera"
    assert described.methods == (Method.CARD, Method.PAYPAL, Method.SEPA_DEBIT)


def test_the_page_names_the_method(company: Company) -> None:
    with urlopen(_start(company).page, timeout=60) as page:
        assert "PayPal" in page.read().decode()


def test_what_is_cancelled_is_over_and_stays_so(company: Company) -> None:
    started = _start(company)
    assert company.provider().cancel(started.object_id).state == State.CANCELLED
    assert company.provider().cancel(started.object_id).state == State.CANCELLED


def test_money_that_moved_is_not_cancelled(company: Company) -> None:
    started = _start(company)
    company.press(started.object_id, "pay")
    with pytest.raises(OutcomeUnknown):
        company.provider().cancel(started.object_id)
    assert company.provider().fetch(started.object_id).state == State.CAPTURED


def test_no_secret_is_ever_printed(company: Company) -> None:
    assert SECRET not in repr(company.provider())
    assert company.key not in repr(company.provider())


def _reference() -> str:
    return f"payment:{next(NUMBERS)}"


def _start(company: Company, reference: str = "") -> Started:
    return replace(company.provider(), patience=1).start(
        Start(
            reference=reference or _reference(),
            amount=eur("20.00"),
            method=Method.PAYPAL,
            payee="Circolo Aurora",
            description="Un orto in cortile",
            return_url="http://localhost/it/",
            language="it",
        )
    )
