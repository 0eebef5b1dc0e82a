"""The same key gets the same answer, and nothing is done twice."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.sandbox.company import Company

TERMS: dict[str, Any] = {"amount": 2500, "currency": "EUR"}


def test_the_same_key_gets_the_same_answer(company: Company) -> None:
    first = company.post("/v1/payments", key="same-1", **TERMS)
    second = company.post("/v1/payments", key="same-1", **TERMS)
    assert (first.status, first.text) == (second.status, second.text)
    assert "Idempotent-Replayed" not in first.headers
    assert second.headers["Idempotent-Replayed"] == "true"


def test_f7_the_same_key_with_another_amount_is_refused(company: Company) -> None:
    company.post("/v1/payments", key="changed-1", **TERMS)
    reply = company.post("/v1/payments", key="changed-1", **{**TERMS, "amount": 3000})
    assert (reply.status, reply.code) == (400, "idempotency_error")
    payment = company.paid()
    elsewhere = company.post(f"/v1/payments/{payment}/refunds", key="changed-1", amount=1)
    assert elsewhere.code == "idempotency_error"


def test_a_refused_request_does_not_use_its_key_up(company: Company) -> None:
    assert company.post("/v1/payments", key="typo-1", amount=-1, currency="EUR").status == 400
    assert company.post("/v1/payments", key="typo-1", **TERMS).status == 201


def test_what_moves_or_promises_money_needs_a_key(company: Company) -> None:
    headers = {"Authorization": f"Bearer {company.key}"}
    payment = company.paid()
    for path in ("/v1/payments", f"/v1/payments/{payment}/refunds"):
        reply = company.ask("POST", path, b"{}", headers)
        assert (reply.status, reply.code) == (400, "idempotency_key_missing")
    long = company.post("/v1/payments", key="k" * 256, **TERMS)
    assert long.json["error"]["parameter"] == "Idempotency-Key"


def test_f6_a_key_that_was_forgotten_creates_a_second_payment(company: Company) -> None:
    first = company.post("/v1/payments", key="pruned-1", **TERMS).json["id"]
    assert company.delete("/control/keys").json["forgotten"] >= 1
    assert company.post("/v1/payments", key="pruned-1", **TERMS).json["id"] != first


def test_f6_a_key_is_forgotten_after_a_day(timeless_company: Company) -> None:
    first = timeless_company.post("/v1/payments", key="old", **TERMS).json["id"]
    timeless_company.post("/control/clock", advance_seconds=23 * 3600)
    assert timeless_company.post("/v1/payments", key="old", **TERMS).json["id"] == first
    timeless_company.post("/control/clock", advance_seconds=2 * 3600)
    assert timeless_company.post("/v1/payments", key="old", **TERMS).json["id"] != first


def test_f8_the_same_key_from_twenty_callers_creates_one_payment(company: Company) -> None:
    with ThreadPoolExecutor(20) as callers:
        replies = callers.map(
            lambda _: company.post("/v1/payments", key="twenty", **TERMS), range(20)
        )
    assert len({reply.json["id"] for reply in replies}) == 1
