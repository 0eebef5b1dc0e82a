"""Notices over HTTP, on a real server: applied once, and only those of the provider."""

import json
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from colletta.history.models import Fact
from colletta.ledger.actions.freeze import freeze
from colletta.ledger.actions.thaw import thaw
from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting
from colletta.payments.models import Notice, Payment
from colletta.payments.providers.contract import OutcomeUnknown
from colletta.pledges.models import Pledge
from tests.browser.running_site import Site
from tests.database import Database
from tests.history.test_second_try import ALWAYS
from tests.payments.company import Company, signed
from tests.payments.journeys import intended, notice_about, start, started
from tests.payments.site import post, post_raw, site_to_kill, site_with


@pytest.fixture
def site(
    fresh_database: Database,
    company: Company,
    home_with_static_files: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Site]:
    with site_with(company, fresh_database, home_with_static_files, monkeypatch) as running:
        yield running


def test_a_notice_makes_a_gift_and_sets_no_cookie(site: Site, company: Company) -> None:
    answer = post(site, *notice_about(company, _paid(company)))
    assert answer.status == 200
    assert answer.headers.get("Set-Cookie") is None
    assert Pledge.objects.get().state == "confirmed"


def test_F25_a_notice_delivered_a_hundred_times_is_applied_once(
    site: Site, company: Company
) -> None:
    message = notice_about(company, _paid(company))
    with ThreadPoolExecutor(100) as people:
        answers = list(people.map(lambda _: post(site, *message).status, range(100)))
    assert answers == [200] * 100
    assert (Notice.objects.count(), Posting.objects.count()) == (1, 1)
    assert Fact.objects.filter(kind="pledge.confirmed").count() == 1
    assert all(result.holds for result in check_books())


def test_F27_a_notice_before_our_own_record_of_the_object_is_applied(
    site: Site, company: Company
) -> None:
    payment = intended(company)
    company.break_next("reset_after", "payments.create")
    with pytest.raises(OutcomeUnknown):
        start(payment)
    made = company.ask("GET", f"/v1/payments?reference={payment}")["items"][0]["id"]
    company.press(made, "pay")
    assert Payment.objects.get().provider_object is None
    assert post(site, *notice_about(company, payment, object=made)).status == 200
    assert Pledge.objects.get().state == "confirmed"


def test_F31_a_true_notice_from_long_ago_is_refused_and_a_new_one_changes_nothing(
    site: Site, company: Company
) -> None:
    _, body = notice_about(company, _paid(company))
    assert post(site, signed(body, age=301), body).status == 400
    assert not Notice.objects.exists()
    assert [post(site, signed(body, age=290), body).status for _ in range(2)] == [200, 200]
    assert Posting.objects.count() == 1


def test_F34_a_notice_that_could_not_be_handled_is_asked_for_again(
    site: Site, company: Company
) -> None:
    message = notice_about(company, _paid(company))
    company.break_next("unavailable", "payments.read")
    answer = post(site, *message)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "30")
    assert Notice.objects.get().processed_at is None
    assert post(site, *message).status == 200
    assert Pledge.objects.get().state == "confirmed"


def test_while_money_is_frozen_notices_are_asked_for_again(site: Site, company: Company) -> None:
    message = notice_about(company, _paid(company))
    freeze(reason="a test")
    assert post(site, *message).status == 503
    assert Pledge.objects.get().state == "pending"
    thaw(reason="the test is over")
    assert post(site, *message).status == 200
    assert Pledge.objects.get().state == "confirmed"


def test_F72_a_database_that_is_too_busy_is_said_to_be(
    site: Site, company: Company, fresh_database: Database
) -> None:
    message = notice_about(company, _paid(company))
    with fresh_database.connect("owner") as owner:
        owner.execute(ALWAYS % (5, "40001"))
    answer = post(site, *message)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert not Posting.objects.exists()
    assert post(site, *message).status == 200
    assert Posting.objects.count() == 1


def test_F35_a_server_killed_after_applying_hears_it_again_in_vain(
    fresh_database: Database, company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = notice_about(company, _paid(company))
    with site_to_kill(company, fresh_database, tmp_path, monkeypatch) as (first, group):
        with ThreadPoolExecutor(1) as hidden:
            waiting = hidden.submit(post, first, *message)
            _kill_once_applied(group)
            assert waiting.exception() is None or isinstance(waiting.exception(), OSError)
    with site_with(company, fresh_database, tmp_path, monkeypatch) as second:
        assert post(second, *message).status == 200
    assert (Notice.objects.count(), Posting.objects.count()) == (1, 1)
    assert all(result.holds for result in check_books())


@pytest.mark.parametrize(
    "change", [{"type": "payment.blessed"}, {"api_version": "2031-01-01"}], ids=["kind", "version"]
)
def test_F36_what_nobody_knows_is_kept_applied_and_told_to_the_desk(
    site: Site, company: Company, change: dict[str, str]
) -> None:
    message = notice_about(company, _paid(company), surprise="yes", **change)
    assert [post(site, *message).status for _ in range(2)] == [200, 200]
    assert Fact.objects.filter(kind="notice.unfamiliar").count() == 1
    assert Pledge.objects.get().state == "confirmed"


def test_only_a_post_to_a_provider_of_ours_is_answered(site: Site, company: Company) -> None:
    message = notice_about(company, _paid(company))
    assert post(site, *message, path="/notices/another/").status == 404
    assert post(site, *message, method="GET").status == 405
    assert not Notice.objects.exists()


def test_F30_two_hundred_forgeries_write_nothing(site: Site, company: Company) -> None:
    headers, body = notice_about(company, _paid(company))
    answers = [post_raw(site, lines, sent) for lines, sent in forgeries(headers, body)]
    assert len(answers) >= 200
    assert set(answers) <= {0, 400, 413, 431}
    assert not Notice.objects.exists()
    assert post(site, headers, body).status == 200


def forgeries(headers: dict[str, str], body: bytes) -> Iterator[tuple[list[bytes], bytes]]:
    """Header lines and bodies that somebody without the secret can send."""
    true = headers["Sandbox-Signature"]
    stamp, mark = true.split(",")
    for value in _forged_values(true, stamp, mark):
        yield [b"Sandbox-Signature: " + value], body
    own = signed(body, secret="a secret that the sender chose by itself")["Sandbox-Signature"]
    for name in ("X-Secret", "Sandbox-Secret", "Authorization", "X-Sandbox-Signature", "Cookie"):
        yield [f"{name}: a secret that the sender chose by itself".encode(), _line(own)], body
    yield [], body
    yield [_line(own), _line(true)], body + b" "
    yield [_line(true), _line(true)], body
    yield [_line(true), _line(own)], body + b" "
    for changed in _other_bodies(body):
        yield [_line(true)], changed
    content = json.loads(body)
    for change in ({"account": "acct_other"}, {"mode": "live"}, {"mode": None}, {"id": None}):
        yield _signed_anew(content | change)
    for word in ("id", "type", "object", "account"):
        for strange in ("", "a\0b", "x" * 201, 7, ["a"], {"a": 1}, True, "\ud800", "a\nb"):
            yield _signed_anew(content | {word: strange})


def _forged_values(true: str, stamp: str, mark: str) -> Iterator[bytes]:
    yield from (b"", b" ", b"\0", b"t=,v1=", stamp.encode(), mark.encode(), true.encode() + b"\0")
    yield from (true.replace("v1", "v0").encode(), true.upper().encode(), f"{true},".encode())
    yield from (f"{mark},{stamp}".encode(), f"{stamp}, {mark}".encode(), f"{true};".encode())
    for place in range(60):
        digits = list(mark.removeprefix("v1="))
        digits[place] = "0" if digits[place] != "0" else "1"
        yield f"{stamp},v1={''.join(digits)}".encode()
    for length in range(0, 64, 3):
        yield f"{stamp},v1={mark[3:][:length]}".encode()
    at = int(stamp.removeprefix("t="))
    for seconds in (*range(-20, 0), *range(1, 20), 10**9, -(10**9)):
        yield f"t={at + seconds},{mark}".encode()
    for strange in ("-1", "1e9", "９" * 10, "0x1", "+1", "1" * 13, "nan", " 1", "1_0"):
        yield f"t={strange},{mark}".encode()


def _other_bodies(body: bytes) -> Iterator[bytes]:
    yield from (b"", b"{}", b"null", b"[]", b"\0", body + b"\0", b"\0" + body, body * 2)
    yield from (
        body[:-1],
        body.replace(b"pay_", b"pay-"),
        body.upper(),
        body.decode().encode("utf-16"),
    )
    yield from (b"a" * (64 * 1024), b"a" * (64 * 1024 + 1), body + b" " * (10 * 1024 * 1024))


def _signed_anew(content: dict[str, object]) -> tuple[list[bytes], bytes]:
    """Truly signed, and yet not a notice that we can take."""
    body = json.dumps(content).encode()
    return [_line(signed(body)["Sandbox-Signature"])], body


def _line(value: str) -> bytes:
    return f"Sandbox-Signature: {value}".encode()


def _kill_once_applied(group: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if Notice.objects.filter(processed_at__isnull=False).exists():
            break
        time.sleep(0.001)
    os.killpg(group, signal.SIGKILL)


def _paid(company: Company) -> Payment:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    return payment
