"""Everything that goes wrong with a payment company, on request."""

import http.client
import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.sandbox.company import Company

TERMS: dict[str, Any] = {"amount": 2500, "currency": "EUR"}
NO_ANSWER = (TimeoutError, http.client.RemoteDisconnected, ConnectionResetError)


def references(company: Company, reference: str) -> list[str]:
    found = company.get("/v1/payments", reference=reference).json["items"]
    return [payment["id"] for payment in found]


def create(company: Company, key: str, *, timeout: float = 10) -> str:
    terms = {**TERMS, "metadata": {"reference": key}}
    return str(company.post("/v1/payments", key=key, timeout=timeout, **terms).json["id"])


def test_f3_a_time_out_after_the_effect_leaves_the_effect(company: Company) -> None:
    company.fault("timeout_after", on=["payments.create"], hold_ms=1000)
    with pytest.raises(TimeoutError):
        create(company, "slow-1", timeout=0.2)
    replayed = create(company, "slow-1")
    assert references(company, "slow-1") == [replayed]


def test_a_held_answer_never_comes(company: Company) -> None:
    company.fault("timeout_after", on=["payments.create"], hold_ms=50)
    with pytest.raises(http.client.RemoteDisconnected):
        create(company, "slow-2")


def test_f4_a_reset_after_the_effect_leaves_the_effect(company: Company) -> None:
    payment = company.pay(metadata={"reference": "reset-1"})
    company.fault("reset_after", on=["payments.cancel"])
    with pytest.raises(ConnectionResetError):
        company.post(f"/v1/payments/{payment}/cancel")
    assert company.status(payment) == "cancelled"


def test_f5_an_error_after_the_effect_is_replayed_for_its_key(company: Company) -> None:
    company.fault("error_after", on=["payments.create"])
    first, second = (
        company.post("/v1/payments", key="e-1", metadata={"reference": "e-1"}, **TERMS)
        for _ in range(2)
    )
    assert (first.status, first.code) == (500, "server_error")
    assert (second.status, second.text) == (500, first.text)
    assert len(references(company, "e-1")) == 1


@pytest.mark.parametrize("kind", ["timeout_before", "reset_before", "down"])
def test_a_line_that_breaks_before_leaves_nothing(company: Company, kind: str) -> None:
    company.fault(kind, on=["payments.create"], hold_ms=20)
    with pytest.raises(NO_ANSWER):
        create(company, kind)
    assert references(company, kind) == []
    made = create(company, kind)
    assert references(company, kind) == [made]


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("error_before", 500, "server_error"),
        ("unavailable", 503, "unavailable"),
        ("rate_limit", 429, "rate_limited"),
    ],
)
def test_an_error_before_leaves_nothing_and_does_not_use_the_key(
    company: Company, kind: str, status: int, code: str
) -> None:
    company.fault(kind, on=["payments.create"])
    reply = company.post("/v1/payments", key=f"before-{kind}", **TERMS)
    assert (reply.status, reply.code) == (status, code)
    assert company.post("/v1/payments", key=f"before-{kind}", **TERMS).status == 201


def test_f12_it_is_down_for_as_many_requests_as_asked(company: Company) -> None:
    payment = company.pay()
    company.fault("down", times=3)
    for _ in range(3):
        with pytest.raises(NO_ANSWER):
            company.status(payment)
    assert company.status(payment) == "created"


def test_f13_a_rate_limit_lets_some_requests_through_each_second(company: Company) -> None:
    payment = company.pay()
    company.fault("rate_limit", times=1000, per_second=5, on=["payments.read"])
    began = time.monotonic()
    with ThreadPoolExecutor(8) as callers:
        replies = list(
            callers.map(lambda _: company.get(f"/v1/payments/{payment}").status, range(20))
        )
    passed = replies.count(200)
    assert 5 <= passed <= 5 * (2 + int(time.monotonic() - began))
    assert replies.count(429) == 20 - passed > 0


@pytest.mark.parametrize(
    ("kind", "field", "lie"),
    [
        ("amount_minus_one", "amount", 2499),
        ("amount_minus_one", "captured", 2499),
        ("another_currency", "currency", "USD"),
        ("another_account", "account", "acct_of_somebody_else"),
        ("live_mode", "mode", "live"),
        ("unknown_status", "status", "reviewing"),
    ],
)
def test_f23_f24_an_answer_can_lie(company: Company, kind: str, field: str, lie: object) -> None:
    payment = company.paid(2500)
    true = company.get(f"/v1/payments/{payment}").json
    company.fault(kind, object=payment, on=["payments.read"])
    told = company.get(f"/v1/payments/{payment}").json
    assert told[field] == lie != true[field]
    assert company.get(f"/v1/payments/{payment}").json == true


def test_a_list_can_lie_too(company: Company) -> None:
    company.pay(metadata={"reference": "lie-1"})
    company.fault("another_currency", on=["payments.list"])
    listed = company.get("/v1/payments", reference="lie-1").json["items"]
    assert listed[0]["currency"] == "USD"


def test_a_fault_strikes_only_what_it_was_asked_for(company: Company) -> None:
    struck, spared = company.pay(), company.pay()
    company.fault("error_before", object=struck, on=["payments.read"])
    assert company.get(f"/v1/payments/{spared}").status == 200
    assert company.get(f"/v1/payments/{struck}/refunds").status == 200
    assert company.get(f"/v1/payments/{struck}").status == 500
    assert company.get(f"/v1/payments/{struck}").status == 200


def test_faults_strike_in_the_order_they_were_asked_for_and_can_be_cleared(
    company: Company,
) -> None:
    payment = company.pay()
    company.fault("error_before", on=["payments.read"])
    company.fault("unavailable", on=["payments.read"], times=2)
    assert [company.get(f"/v1/payments/{payment}").status for _ in range(2)] == [500, 503]
    assert [fault["left"] for fault in company.get("/control/faults").json["items"]] == [1]
    company.delete("/control/faults")
    assert company.get(f"/v1/payments/{payment}").status == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "meteor"},
        {"kind": "down", "times": 0},
        {"kind": "down", "times": 10**9},
        {"kind": "down", "on": ["everything"]},
        {"kind": "timeout_after", "hold_ms": 3_600_000},
        {"kind": "down", "payment": "pay_1"},
        {},
    ],
)
def test_a_fault_is_bounded_and_known(company: Company, wrong: dict[str, Any]) -> None:
    assert company.post("/control/faults", **wrong).code == "parameter_invalid"


def test_controls_and_pages_have_no_faults(company: Company) -> None:
    payment = company.pay()
    company.fault("down", times=100)
    assert company.press(payment, "pay").status == 200
    assert company.ask("GET", f"/pay/{payment}").status == 200


@pytest.mark.parametrize("path", ["/v1/payments", "/v1/record", "/control/faults"])
@pytest.mark.parametrize("key", [None, "", "Bearer", "Bearer sk_test_0", "bearer {key}", "{key}"])
def test_nobody_asks_without_the_key(company: Company, path: str, key: str | None) -> None:
    headers = {} if key is None else {"Authorization": key.format(key=company.key)}
    reply = company.ask("GET", path, headers=headers)
    assert (reply.status, reply.code) == (401, "unauthorised")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/v1/payments/pay_nobody", 404, "not_found"),
        ("GET", "/v1/refunds/ref_nobody", 404, "not_found"),
        ("GET", "/v1/saved/sav_nobody", 404, "not_found"),
        ("GET", "/v1/nothing", 404, "not_found"),
        ("GET", "/v1/payments/a/b/c", 404, "not_found"),
        ("DELETE", "/v1/payments", 405, "method_not_allowed"),
        ("GET", "/v1/payments?limit=0", 400, "parameter_invalid"),
        ("GET", "/v1/payments?limit=１", 400, "parameter_invalid"),
        ("GET", "/v1/payments?after=pay_nobody", 404, "not_found"),
        ("GET", "/v1/record?after=-1", 400, "parameter_invalid"),
        ("POST", "/control/notices/evt_nobody/deliveries", 404, "not_found"),
        ("POST", "/control/payments/pay_nobody/buttons", 404, "not_found"),
    ],
)
def test_an_error_has_a_stable_code(
    company: Company, method: str, path: str, status: int, code: str
) -> None:
    headers = {"Authorization": f"Bearer {company.key}"}
    reply = company.ask(method, path.replace("１", "%EF%BC%91"), b"", headers)
    assert (reply.status, reply.code) == (status, code)
    assert reply.json["error"]["message"]


def test_a_body_that_is_too_large_or_of_unknown_length_is_not_read(company: Company) -> None:
    headers = {"Authorization": f"Bearer {company.key}"}
    large = company.ask("POST", "/v1/payments", b"x" * 70_000, headers)
    assert (large.status, large.code) == (413, "body_too_large")
    chunked = company.ask("POST", "/v1/payments", None, {**headers, "Transfer-Encoding": "chunked"})
    assert (chunked.status, chunked.code) == (411, "length_required")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "10.0.0.1"])
def test_a_name_of_another_machine_is_not_served(company: Company, host: str) -> None:
    reply = company.ask("GET", "/", headers={"Host": host})
    assert (reply.status, json.loads(reply.text)["error"]["code"]) == (421, "host_not_served")
