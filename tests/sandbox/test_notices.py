"""Notices: signed, tried again until they arrive, and spoiled on request."""

import hashlib
import hmac
import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.sandbox.company import SECRET, Company, running
from tests.sandbox.platform import Heard, Platform, listening


def is_signed(heard: Heard, secret: str = SECRET) -> bool:
    """The signature as docs/sandbox.md describes it, checked by somebody else's code."""
    assert heard.signature is not None
    parts = [part.split("=", 1) for part in heard.signature.split(",")]
    at = next(value for name, value in parts if name == "t")
    assert abs(int(at) - heard.at) < 10
    signed = at.encode() + b"." + heard.body
    mark = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return ["v1", mark] in parts


def types(heard: list[Heard]) -> list[str]:
    return [each.json["type"] for each in heard]


def test_a_notice_says_what_to_look_at_and_is_signed(company: Company, platform: Platform) -> None:
    payment = company.paid()
    (heard,) = platform.wait_for(payment)
    notice = heard.json
    assert notice.pop("id").startswith("evt_")
    assert abs(notice.pop("created") - time.time()) < 120
    assert notice == {
        "type": "payment.succeeded",
        "object": payment,
        "account": company.account,
        "mode": "test",
        "api_version": "2026-05-01",
    }
    assert is_signed(heard)
    assert not is_signed(heard, "another secret, also long enough to be one")


@pytest.mark.parametrize(
    ("buttons", "told"),
    [
        (["decline"], ["refused"]),
        (["authenticate", "authenticated"], ["action_needed", "succeeded"]),
        (["pend", "fail"], ["processing", "refused"]),
        (["cancel"], ["cancelled"]),
    ],
)
def test_every_step_is_told_in_order(
    company: Company, platform: Platform, buttons: list[str], told: list[str]
) -> None:
    payment = company.pay()
    for button in buttons:
        company.press(payment, button)
    heard = types(platform.wait_for(payment, len(told)))
    assert heard == [f"payment.{status}" for status in told]


def test_refunds_and_saved_methods_are_told(company: Company, platform: Platform) -> None:
    refund = company.post(f"/v1/payments/{company.paid()}/refunds").json["id"]
    assert types(platform.wait_for(refund)) == ["refund.succeeded"]
    saving = company.pay(capture="later")
    company.press(saving, "pay")
    assert types(platform.wait_for(saving)) == ["payment.authorised"]


def test_an_expired_payment_is_told_without_anybody_asking(
    timeless_company: Company, platform: Platform
) -> None:
    payment = timeless_company.pay()
    timeless_company.post("/control/clock", advance_seconds=4000)
    assert types(platform.wait_for(payment)) == ["payment.expired"]


def test_a_notice_is_tried_again_ever_later_until_it_arrives(
    company: Company, platform: Platform
) -> None:
    payment = company.pay()
    platform.answer_next(payment, 500, 503, 302, 404)
    company.press(payment, "pay")
    heard = platform.wait_for(payment, 5)
    assert len({each.json["id"] for each in heard}) == 1
    waits = [after.at - before.at for before, after in pairwise(heard)]
    assert waits[-1] >= 0.04 * 2**3
    time.sleep(0.1)
    assert len(platform.about(payment)) == 5


def test_f28_a_notice_can_never_come(company: Company, platform: Platform) -> None:
    payment, after = company.pay(), company.pay()
    assert company.choose(payment, "silent").status == 303
    assert company.status(payment) == "succeeded"
    company.press(after, "pay")
    platform.wait_for(after)
    time.sleep(0.1)
    assert platform.about(payment) == []


def test_f25_a_notice_can_come_twice(company: Company, platform: Platform) -> None:
    payment = company.pay()
    company.choose(payment, "twice")
    first, second = platform.wait_for(payment, 2)
    assert first.json == second.json
    assert len(company.movements_of(payment)) == 1


def test_f27_a_notice_can_come_before_the_redirect(company: Company, platform: Platform) -> None:
    payment = company.pay(return_url="http://127.0.0.1:1/back")
    reply = company.choose(payment, "early")
    assert types(platform.about(payment)) == ["payment.succeeded"]
    assert reply.status == 303


def test_f26_notices_can_come_out_of_order(company: Company, platform: Platform) -> None:
    payment = company.pay()
    company.choose(payment, "disordered")
    heard = platform.wait_for(payment, 2)
    assert types(heard) == ["payment.succeeded", "payment.processing"]
    assert heard[0].json["created"] <= heard[1].json["created"]


def test_f30_a_notice_can_have_a_forged_signature(company: Company, platform: Platform) -> None:
    payment = company.pay()
    platform.answer_next(payment, 400)
    company.choose(payment, "forged")
    (heard,) = platform.wait_for(payment)
    assert not is_signed(heard)
    time.sleep(0.15)
    assert len(platform.about(payment)) == 1
    assert company.status(payment) == "succeeded"


def test_a_notice_can_come_late(company: Company, platform: Platform) -> None:
    payment = company.pay()
    began = time.time()
    company.choose(payment, "late")
    (heard,) = platform.wait_for(payment)
    assert heard.at - began >= 0.4


def test_f29_a_notice_can_come_three_days_late(
    timeless_company: Company, platform: Platform
) -> None:
    payment = timeless_company.pay()
    timeless_company.post("/control/notice-plans", object=payment, delay_ms=3 * 24 * 3600 * 1000)
    timeless_company.press(payment, "pay")
    timeless_company.post("/control/clock", advance_seconds=3 * 24 * 3600 - 100)
    time.sleep(0.1)
    assert platform.about(payment) == []
    timeless_company.post("/control/clock", advance_seconds=101)
    (heard,) = platform.wait_for(payment)
    assert is_signed(heard)


def test_the_signing_clock_moves_only_when_asked(own_company: Company, platform: Platform) -> None:
    own_company.post("/control/clock", advance_seconds=86_400, signatures=True)
    (heard,) = platform.wait_for(own_company.paid())
    assert heard.signature is not None
    at = int(heard.signature.split(",")[0].removeprefix("t="))
    assert abs(at - time.time() - 86_400) < 120


def test_standing_plans_spoil_the_next_notices(company: Company, platform: Platform) -> None:
    payment = company.pay()
    company.post("/control/notice-plans", object=payment, times=3, reorder=True, delay_ms=150)
    for button in ("authenticate", "pend", "settle"):
        company.press(payment, button)
    heard = platform.wait_for(payment, 3)
    told = ["payment.succeeded", "payment.processing", "payment.action_needed"]
    assert types(heard) == told
    dropped = company.pay()
    company.post("/control/notice-plans", drop=True, type="payment.refused")
    assert len(company.get("/control/notice-plans").json["items"]) == 1
    company.press(dropped, "decline")
    assert company.get("/control/notice-plans").json["items"] == []
    (notice,) = company.get("/control/notices", object=dropped).json["items"]
    assert (notice["pending"], notice["attempts"]) == ([], [])


def test_a_dropped_notice_can_be_sent_by_hand_in_any_way(
    company: Company, platform: Platform
) -> None:
    payment = company.pay()
    company.choose(payment, "silent")
    (notice,) = company.get("/control/notices", object=payment).json["items"]
    address = f"/control/notices/{notice['id']}/deliveries"
    platform.answer_next(payment, 200, 400, 400, 400, 400)
    assert company.post(address).json["answers"] == ["200"]
    assert is_signed(platform.about(payment)[-1])
    for spoiled in ("wrong_secret", "empty_secret"):
        assert company.post(address, signature=spoiled).json["answers"] == ["400"]
        assert not is_signed(platform.about(payment)[-1])
    assert company.post(address, signature="missing").json["answers"] == ["400"]
    assert platform.about(payment)[-1].signature is None
    company.post(address, changes={"account": "acct_other", "mode": "live"})
    changed = platform.about(payment)[-1]
    assert (changed.json["account"], changed.json["mode"]) == ("acct_other", "live")
    assert is_signed(changed)


def test_a_body_can_be_another_than_was_signed(company: Company, platform: Platform) -> None:
    made = company.post("/control/notices", type="payment.succeeded", object="pay_x").json
    company.post(f"/control/notices/{made['id']}/deliveries", signature="other_body")
    heard = platform.wait_for("pay_of_somebody_else")[-1]
    assert not is_signed(heard)


def test_f31_an_old_notice_can_be_replayed_a_hundred_times_at_once(
    company: Company, platform: Platform
) -> None:
    payment = company.paid()
    (first,) = platform.wait_for(payment)
    address = f"/control/notices/{first.json['id']}/deliveries"
    answers = company.post(address, copies=100, signed_seconds_ago=600).json["answers"]
    assert answers == ["200"] * 100
    replayed = platform.about(payment)[-1]
    assert replayed.body == first.body
    assert replayed.signature is not None
    at = int(replayed.signature.split(",")[0].removeprefix("t="))
    assert 590 <= time.time() - at <= 720


def test_f36_a_notice_of_an_unknown_kind_can_be_invented(
    company: Company, platform: Platform
) -> None:
    payment = company.pay()
    made = company.post(
        "/control/notices", type="payment.weighed", object=payment, extra={"grams": 21}
    ).json
    company.post(f"/control/notices/{made['id']}/deliveries")
    (heard,) = platform.about(payment)
    assert (heard.json["type"], heard.json["grams"]) == ("payment.weighed", 21)
    assert is_signed(heard)


def test_f117_two_secrets_sign_side_by_side(tmp_path: Path, platform: Platform) -> None:
    older, newer = (
        "the older secret, which is long enough",
        "the newer secret, which is long enough",
    )
    both = tmp_path / "secrets"
    both.write_text(f"{newer}\n{older}\n")
    options = ("--notify", platform.url, "--secret", str(both))
    with running(tmp_path / "home", *options) as company:
        (heard,) = platform.wait_for(company.paid())
    assert is_signed(heard, older)
    assert is_signed(heard, newer)


def test_notices_outlive_a_kill(tmp_path: Path) -> None:
    with running(tmp_path, "--notify", "http://127.0.0.1:9/nobody/") as company:
        payments = [company.paid() for _ in range(5)]
        company.kill()
    with listening() as platform, running(tmp_path, "--notify", platform.url):
        for payment in payments:
            assert types(platform.wait_for(payment)) == ["payment.succeeded"]


def test_the_platform_may_ask_back_before_it_answers(tmp_path: Path) -> None:
    seen: list[str] = []
    with listening() as platform, running(tmp_path, "--notify", platform.url) as company:
        platform.first = lambda heard: seen.append(company.status(heard.json["object"]))
        payment = company.pay()
        assert company.choose(payment, "early").status == 303
        (notice,) = company.get("/control/notices", object=payment).json["items"]
    assert seen == ["succeeded"]
    assert [attempt["answer"] for attempt in notice["attempts"]] == ["200"]
