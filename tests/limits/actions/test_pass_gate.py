"""The gate before every payment."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from colletta.history.clock import now
from colletta.limits.actions import pass_gate as gate
from colletta.limits.actions.pass_gate import MailboxMustBeProved, TooManyTries
from colletta.limits.models import Attempt, Brake, Count
from colletta.limits.table import PERSONAL
from tests.database import Database
from tests.limits.tries import a_try


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "same"),
    [
        ("address", {"address": "198.51.100.7"}),
        ("mail", {"email": "bruno@posta.example"}),
    ],
)
def test_A1_too_many_tries_of_one_kind_have_to_wait(kind: str, same: dict[str, str]) -> None:
    for _ in range(PERSONAL[kind][0].most):
        a_try(**same)
    with pytest.raises(TooManyTries) as refused:
        a_try(**same)
    assert now() < refused.value.retry_at <= now() + timedelta(minutes=10)
    a_try()


@pytest.mark.django_db
def test_A1_addresses_of_one_network_are_counted_together() -> None:
    for number in range(PERSONAL["network"][0].most):
        a_try(address=f"198.51.100.{number}")
    with pytest.raises(TooManyTries):
        a_try(address="198.51.100.255")


@pytest.mark.django_db
def test_a_school_hall_of_supporters_passes() -> None:
    for _ in range(56):
        a_try(address="198.51.100.7")


@pytest.mark.django_db
def test_a_refused_try_leaves_no_attempt() -> None:
    for _ in range(PERSONAL["mail"][0].most):
        a_try(email="bruno@posta.example")
    before = Attempt.objects.count()
    with pytest.raises(TooManyTries):
        a_try(email="bruno@posta.example")
    assert Attempt.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize("subject", ["campaign:1", "site"])
def test_while_a_brake_is_on_the_mailbox_is_proved_first(subject: str) -> None:
    Brake.objects.create(subject=subject, refusals=30)
    with pytest.raises(MailboxMustBeProved):
        a_try()
    a_try(proved=True)


@pytest.mark.django_db
def test_the_brake_of_one_campaign_leaves_the_others_alone() -> None:
    Brake.objects.create(subject="campaign:2", refusals=30)
    a_try()


def test_a_try_is_never_counted_inside_a_transaction_that_could_fail(
    fresh_database: Database,
) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError):
        a_try()


def test_A1_fifty_tries_at_once_never_pass_the_limit(fresh_database: Database) -> None:
    assert _rush(threads=50) == PERSONAL["mail"][0].most


def test_A1_without_one_statement_more_of_them_pass(
    fresh_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: reading first and writing later, as one would without thinking."""
    barrier = threading.Barrier(40, timeout=20)

    def read_then_write(buckets: dict[str, str], *, weight: int) -> None:
        seen = Count.objects.filter(bucket=buckets["mail"]).count()
        barrier.wait()
        assert seen < PERSONAL["mail"][0].most
        Count.objects.create(
            bucket=buckets["mail"], seconds=threading.get_ident() % 10**6, begun_at=now(), weight=1
        )

    monkeypatch.setattr(gate, "add", read_then_write)
    assert _rush(threads=40) > PERSONAL["mail"][0].most


def _rush(*, threads: int) -> int:
    passed: list[str] = []

    def one() -> None:
        try:
            passed.append(a_try(email="bruno@posta.example"))
        except TooManyTries:
            pass
        finally:
            connection.close()

    crowd = [threading.Thread(target=one) for _ in range(threads)]
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join(timeout=30)
    return len(passed)
