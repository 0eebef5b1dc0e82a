"""Saved methods: charged later, while the person is away."""

from typing import Any

import pytest

from tests.sandbox.company import Company, Reply


def charge(company: Company, saved: str, **more: Any) -> Reply:
    terms = {"amount": 2500, "currency": "EUR", **more}
    return company.post(f"/v1/saved/{saved}/charges", **terms)


def test_saving_a_method_moves_no_money(company: Company) -> None:
    payment = company.pay(capture="later")
    authorised = company.press(payment, "pay").json
    assert authorised["status"] == "authorised"
    saved = company.get(f"/v1/saved/{authorised['saved']}").json
    assert (saved["payment"], saved["status"]) == (payment, "chargeable")
    assert company.movements_of(payment) == []


def test_a_charge_is_created_first_and_moves_money_when_confirmed(company: Company) -> None:
    made = charge(company, company.saved()).json
    assert (made["status"], made["off_session"]) == ("created", True)
    assert company.movements_of(made["id"]) == []
    confirmed = company.post(f"/v1/payments/{made['id']}/confirm")
    assert (confirmed.status, confirmed.json["status"]) == (200, "succeeded")
    again = company.post(f"/v1/payments/{made['id']}/confirm")
    assert again.code == "unexpected_status"
    assert len(company.movements_of(made["id"])) == 1


def test_a_charge_can_be_confirmed_at_once(company: Company) -> None:
    made = charge(company, company.saved(), confirm=True)
    assert (made.status, made.json["status"]) == (201, "succeeded")


@pytest.mark.parametrize("code", ["card_declined", "expired_card"])
def test_f16_a_card_that_fails_later_refuses_the_charge(company: Company, code: str) -> None:
    reply = charge(company, company.saved(code), confirm=True)
    assert (reply.status, reply.code) == (402, code)
    assert reply.json["error"]["payment"]["status"] == "refused"


def test_f14_authentication_is_asked_for_and_given_on_the_hosted_page(company: Company) -> None:
    reply = charge(company, company.saved("authentication_required"), confirm=True)
    payment = reply.json["error"]["payment"]
    assert (reply.status, reply.code) == (402, "authentication_required")
    assert payment["status"] == "action_needed"
    assert company.choose(payment["id"], "authenticated").status == 303
    assert company.status(payment["id"]) == "succeeded"


def test_a_charge_can_stay_pending(company: Company) -> None:
    reply = charge(company, company.saved("pend"), confirm=True)
    assert (reply.status, reply.json["status"]) == (201, "processing")


def test_a_fault_decides_for_one_charge_only(company: Company) -> None:
    saved = company.saved()
    company.fault("card_declined")
    assert charge(company, saved, confirm=True).code == "card_declined"
    assert charge(company, saved, confirm=True).status == 201


def test_a_withdrawn_method_cannot_be_charged(company: Company) -> None:
    payment = company.pay(capture="later")
    saved = company.press(payment, "pay").json["saved"]
    waiting = charge(company, saved).json["id"]
    assert company.post(f"/v1/payments/{payment}/cancel").json["status"] == "cancelled"
    assert company.get(f"/v1/saved/{saved}").json["status"] == "withdrawn"
    assert charge(company, saved).code == "saved_withdrawn"
    assert company.post(f"/v1/payments/{waiting}/confirm").code == "saved_withdrawn"


@pytest.mark.parametrize(
    ("button", "code"),
    [
        ("declining", "card_declined"),
        ("expiring", "expired_card"),
        ("asking", "authentication_required"),
    ],
)
def test_a_person_can_save_a_card_that_will_fail(company: Company, button: str, code: str) -> None:
    payment = company.pay(capture="later")
    company.choose(payment, button)
    saved = company.get(f"/v1/payments/{payment}").json["saved"]
    assert charge(company, saved, confirm=True).code == code
