"""Payments: created, confirmed by a person, moved along their statuses."""

from typing import Any

import pytest

from tests.sandbox.company import Company


def test_a_created_payment_waits_and_moves_no_money(company: Company) -> None:
    reply = company.post(
        "/v1/payments",
        amount=2500,
        currency="EUR",
        payee="Mutuo Soccorso Milano",
        description="LegaMI di Comunità",
        return_url="http://127.0.0.1:1/it/",
        metadata={"reference": "COL-7F3K-22"},
    )
    payment = reply.json
    assert reply.status == 201
    assert payment["status"] == "created"
    assert payment["hosted_page"] == f"{company.url}/pay/{payment['id']}"
    assert payment["metadata"] == {"reference": "COL-7F3K-22"}
    assert (payment["mode"], payment["account"]) == ("test", company.account)
    assert payment["expires"] - payment["created"] == 3600
    assert company.get(f"/v1/payments/{payment['id']}").json == payment
    assert company.movements_of(payment["id"]) == []


def test_a_person_who_pays_moves_the_money_once(company: Company) -> None:
    payment = company.paid(amount=2500)
    assert [m["amount"] for m in company.movements_of(payment)] == [2500]
    again = company.press(payment, "pay")
    assert (again.status, again.code) == (409, "unexpected_status")
    assert again.json["error"]["payment"]["status"] == "succeeded"
    assert len(company.movements_of(payment)) == 1


@pytest.mark.parametrize(
    ("buttons", "status", "code"),
    [
        (["decline"], "refused", "card_declined"),
        (["authenticate"], "action_needed", None),
        (["authenticate", "authenticated"], "succeeded", None),
        (["authenticate", "not_authenticated"], "refused", "authentication_failed"),
        (["authenticate", "pend", "settle"], "succeeded", None),
        (["pend"], "processing", None),
        (["pend", "settle"], "succeeded", None),
        (["pend", "fail"], "refused", "payment_failed"),
        (["cancel"], "cancelled", None),
        (["authenticate", "cancel"], "cancelled", None),
    ],
)
def test_buttons_lead_where_they_say(
    company: Company, buttons: list[str], status: str, code: str | None
) -> None:
    payment = company.pay()
    for button in buttons:
        assert company.press(payment, button).status == 200
    found = company.get(f"/v1/payments/{payment}").json
    assert found["status"] == status
    assert (found["refusal"] or {}).get("code") == code
    moved = [m["amount"] for m in company.movements_of(payment)]
    assert moved == ([2500] if status == "succeeded" else [])


@pytest.mark.parametrize("buttons", [["pay"], ["decline"], ["cancel"], ["pend"]])
def test_what_is_past_confirming_cannot_be_confirmed_again(
    company: Company, buttons: list[str]
) -> None:
    payment = company.pay()
    for button in buttons:
        company.press(payment, button)
    for button in ("pay", "decline", "authenticate", "authenticated", "cancel"):
        assert company.press(payment, button).code == "unexpected_status"


def test_less_than_was_asked_for_can_be_captured(company: Company) -> None:
    payment = company.pay(2500)
    captured = company.press(payment, "pay", amount=2499).json
    assert (captured["amount"], captured["captured"]) == (2500, 2499)
    assert company.press(company.pay(2500), "pay", amount=2501).code == "parameter_invalid"


def test_its_maker_can_cancel_until_money_moves(company: Company) -> None:
    payment = company.pay()
    assert company.post(f"/v1/payments/{payment}/cancel").json["status"] == "cancelled"
    assert company.post(f"/v1/payments/{payment}/cancel").code == "unexpected_status"
    assert company.post(f"/v1/payments/{company.paid()}/cancel").code == "unexpected_status"
    pending = company.pay()
    company.press(pending, "pend")
    assert company.post(f"/v1/payments/{pending}/cancel").code == "unexpected_status"


def test_only_a_person_confirms_a_payment_with_a_hosted_page(company: Company) -> None:
    reply = company.post(f"/v1/payments/{company.pay()}/confirm")
    assert (reply.status, reply.code) == (409, "confirmed_by_person_only")


def test_an_unconfirmed_payment_expires(timeless_company: Company) -> None:
    created, asked, pending = timeless_company.pay(), timeless_company.pay(), timeless_company.pay()
    timeless_company.press(asked, "authenticate")
    timeless_company.press(pending, "pend")
    timeless_company.post("/control/clock", advance_seconds=3599)
    assert timeless_company.status(created) == "created"
    timeless_company.post("/control/clock", advance_seconds=2)
    assert [timeless_company.status(name) for name in (created, asked)] == ["expired", "expired"]
    assert timeless_company.press(created, "pay").code == "unexpected_status"
    assert timeless_company.press(asked, "authenticated").code == "unexpected_status"
    assert timeless_company.press(pending, "settle").json["status"] == "succeeded"


def test_a_payment_says_how_long_it_waits(timeless_company: Company) -> None:
    payment = timeless_company.pay(expires_in=60)
    timeless_company.post("/control/clock", advance_seconds=61)
    assert timeless_company.status(payment) == "expired"


def test_a_list_is_read_by_key_and_sees_everything_once(company: Company) -> None:
    before = company.pay()
    made = [company.pay() for _ in range(7)]
    first = company.get("/v1/payments", limit=3, after=before).json
    made.append(company.pay())
    names = [payment["id"] for payment in first["items"]]
    while (page := company.get("/v1/payments", limit=3, after=names[-1]).json)["items"]:
        names += [payment["id"] for payment in page["items"]]
    assert first["more"]
    assert not page["more"]
    assert names == made


def test_a_payment_is_found_by_its_reference(company: Company) -> None:
    payment = company.pay(metadata={"reference": "COL-ONLY-ONE"})
    found = company.get("/v1/payments", reference="COL-ONLY-ONE").json["items"]
    assert [each["id"] for each in found] == [payment]
    assert company.get("/v1/payments", reference="COL-NOBODY").json["items"] == []


WRONG: dict[str, list[Any]] = {
    "amount": [0, -1, 10**12 + 1, 10**18, 10.0, 1e5, True, None, "2500", "１２", "", [], {}],
    "currency": ["eur", "EURO", "", "E€R", 978, None],
    "capture": ["manual", "", None, 1],
    "payee": ["a" * 201, "Ada\x00", "Ada\n", 1],
    "description": ["\ud800"],
    "return_url": [
        *("javascript:alert(1)", "//x", "http://", "ftp://a", "http://a b/", "http://["),
        "http://a;script-src *",
    ],
    "metadata": [{"a": 1}, {"a": "b" * 201}, [], "x", {str(n): "" for n in range(21)}],
    "expires_in": [0, -1, 10**9, "60"],
    "language": ["fr"],
    "is_staff": [True],
}


@pytest.mark.parametrize(
    ("parameter", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
def test_a_parameter_that_cannot_be_taken_is_named(
    company: Company, parameter: str, value: Any
) -> None:
    terms = {"amount": 2500, "currency": "EUR", parameter: value}
    reply = company.post("/v1/payments", **terms)
    assert (reply.status, reply.code) == (400, "parameter_invalid")
    assert reply.json["error"]["parameter"] == parameter


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{",
        b'"x"',
        b"\xff",
        b'{"amount": NaN}',
        pytest.param(b"[" * 60_000, id="deep"),
        pytest.param(b"9" * 5_000, id="long"),
    ],
)
def test_a_body_that_is_no_object_is_refused(company: Company, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {company.key}", "Idempotency-Key": "no object"}
    reply = company.ask("POST", "/v1/payments", body, headers)
    assert (reply.status, reply.code) == (400, "body_invalid")
