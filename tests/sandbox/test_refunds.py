"""Refunds: in parts, never above what was captured, sometimes slow, sometimes sent back."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.sandbox.company import Company, Reply


def refund(company: Company, payment: str, **more: Any) -> Reply:
    return company.post(f"/v1/payments/{payment}/refunds", **more)


def test_parts_go_back_until_nothing_is_left(company: Company) -> None:
    payment = company.paid(2500)
    first = refund(company, payment, amount=1000, metadata={"reference": "R-1"}).json
    assert (first["status"], first["amount"], first["currency"]) == ("succeeded", 1000, "EUR")
    assert company.get(f"/v1/refunds/{first['id']}").json == first
    assert refund(company, payment).json["amount"] == 1500
    assert company.get(f"/v1/payments/{payment}").json["refunded"] == 2500
    too_much = refund(company, payment, amount=1)
    assert (too_much.status, too_much.code) == (409, "refund_too_large")
    assert refund(company, payment).code == "refund_too_large"
    assert [m["amount"] for m in company.movements_of(payment)] == [2500, 1000, 1500]


@pytest.mark.parametrize("amount", [0, -1, 2501, "1", 1.0])
def test_an_amount_that_cannot_go_back_is_refused(company: Company, amount: object) -> None:
    payment = company.paid(2500)
    assert refund(company, payment, amount=amount).status in {400, 409}
    assert company.get(f"/v1/payments/{payment}").json["refunded"] == 0


@pytest.mark.parametrize("button", ["decline", "pend", "authenticate", "cancel"])
def test_money_that_did_not_come_does_not_go_back(company: Company, button: str) -> None:
    payment = company.pay()
    company.press(payment, button)
    assert refund(company, payment).code == "unexpected_status"


def test_twenty_refunds_at_once_never_pass_what_was_captured(company: Company) -> None:
    payment = company.paid(1000)
    with ThreadPoolExecutor(20) as callers:
        replies = list(callers.map(lambda _: refund(company, payment, amount=300), range(20)))
    assert sorted(reply.status for reply in replies) == [201] * 3 + [409] * 17
    assert company.get(f"/v1/payments/{payment}").json["refunded"] == 900


def test_a_pending_refund_holds_its_sum_until_it_ends(company: Company) -> None:
    payment = company.paid(1000)
    company.fault("refund_pends", object=payment, times=2)
    first, second = (refund(company, payment, amount=500).json for _ in range(2))
    assert (first["status"], second["status"]) == ("pending", "pending")
    assert company.get(f"/v1/payments/{payment}").json["refunding"] == 1000
    assert refund(company, payment, amount=1).code == "refund_too_large"
    company.post(f"/control/refunds/{first['id']}/buttons", button="settle")
    company.post(f"/control/refunds/{second['id']}/buttons", button="fail")
    after = company.get(f"/v1/payments/{payment}").json
    assert (after["refunded"], after["refunding"]) == (500, 0)
    failed = company.get(f"/v1/refunds/{second['id']}").json
    assert (failed["status"], failed["refusal"]) == ("failed", {"code": "refund_failed"})
    again = company.post(f"/control/refunds/{second['id']}/buttons", button="settle")
    assert again.code == "unexpected_status"


def test_f89_a_refund_that_comes_back_moves_nothing(company: Company) -> None:
    payment = company.paid(1000)
    company.fault("refund_fails", object=payment)
    assert refund(company, payment).json["status"] == "failed"
    assert len(company.movements_of(payment)) == 1
    assert refund(company, payment).json["status"] == "succeeded"


def test_refunds_are_listed_by_key_and_by_payment(company: Company) -> None:
    payment = company.paid(1000)
    made = [refund(company, payment, amount=10).json["id"] for _ in range(3)]
    listed = company.get(f"/v1/payments/{payment}/refunds").json["items"]
    assert [each["id"] for each in listed] == made
    after = company.get("/v1/refunds", after=made[0], limit=1).json
    assert [each["id"] for each in after["items"]] == made[1:2]
    assert after["more"]
