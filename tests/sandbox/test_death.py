"""Stopped or killed at any point, it knows afterwards what it said before."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path

from tests.sandbox.company import Company, running, start

KILLS = 5
PEOPLE = 6


def test_everything_is_known_again_after_a_restart(tmp_path: Path) -> None:
    with running(tmp_path) as company:
        payment = company.paid(1000)
        company.post(f"/v1/payments/{payment}/refunds", amount=300)
        saved = company.saved("expired_card")
        keyed = company.post("/v1/payments", key="again", amount=5, currency="EUR").text
        company.fault("unavailable", on=["account.read"])
        company.post("/control/clock", advance_seconds=500)
        before = [company.get(path).text for path in ("/v1/payments", "/v1/record", "/v1/refunds")]
        key, url, account = company.key, company.url, company.account
    with running(tmp_path) as company:
        assert (company.key, company.url, company.account) == (key, url, account)
        after = [company.get(path).text for path in ("/v1/payments", "/v1/record", "/v1/refunds")]
        assert after == before
        assert company.post("/v1/payments", key="again", amount=5, currency="EUR").text == keyed
        assert company.get("/v1/account").status == 503
        assert company.get("/control/clock").json["advanced_seconds"] == 500
        charged = company.post(f"/v1/saved/{saved}/charges", amount=1, currency="EUR", confirm=True)
        assert charged.code == "expired_card"


class Crowd:
    """People who create and confirm payments until the sandbox dies, noting what it told them."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.created: list[str] = []
        self.succeeded: list[str] = []
        self.is_busy = threading.Event()

    def pay_until_it_dies(self) -> None:
        while True:
            try:
                payment = self.company.pay(100)
                self.created.append(payment)
                assert self.company.press(payment, "pay").json["status"] == "succeeded"
                self.succeeded.append(payment)
                self.is_busy.set()
            except (OSError, HTTPException):
                return

    def kill_in_the_middle(self, seconds: float) -> None:
        was_busy = self.is_busy.wait(60)
        time.sleep(seconds)
        self.company.kill()
        assert was_busy


def test_f1_killed_at_any_point_it_forgets_nothing_it_said(tmp_path: Path) -> None:
    told: list[str] = []
    created: list[str] = []
    for kill in range(KILLS):
        company = start(tmp_path)
        check_the_record(company, told, created)
        crowd = Crowd(company)
        with ThreadPoolExecutor(PEOPLE) as people:
            paying = [people.submit(crowd.pay_until_it_dies) for _ in range(PEOPLE)]
            crowd.kill_in_the_middle(0.01 + kill * 0.03)
        for person in paying:
            person.result()
        told += crowd.succeeded
        created += crowd.created
    with running(tmp_path) as company:
        check_the_record(company, told, created)
    assert len(told) >= KILLS


def check_the_record(company: Company, told: list[str], created: list[str]) -> None:
    movements = company.movements()
    paid = [movement["payment"] for movement in movements]
    assert len(paid) == len(set(paid)), "money moved twice"
    assert set(told) <= set(paid), "a success that was told was forgotten"
    assert [m["totals"]["captured"] for m in movements] == [100 * (n + 1) for n in range(len(paid))]
    for payment in created[-PEOPLE:]:
        assert company.status(payment) == ("succeeded" if payment in paid else "created")
