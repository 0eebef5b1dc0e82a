"""Refused payments weigh more, and many of them set the brake."""

import pytest

from colletta.history.models import Fact
from colletta.limits.actions.count_failure import count_failure
from colletta.limits.actions.count_success import count_success
from colletta.limits.actions.pass_gate import MailboxMustBeProved, TooManyTries
from colletta.limits.models import Attempt, Brake
from colletta.limits.table import BRAKES
from tests.limits.tries import a_try

pytestmark = pytest.mark.django_db


def refused(**changes: str) -> None:
    count_failure(reference=a_try(**changes))


def test_A1_one_address_tests_only_a_few_cards() -> None:
    for _ in range(6):
        refused(address="198.51.100.7")
    with pytest.raises(TooManyTries):
        a_try(address="198.51.100.7")


def test_a_refusal_is_weighed_once() -> None:
    reference = a_try()
    count_failure(reference=reference)
    first = Attempt.objects.get(reference=reference).refused_at
    count_failure(reference=reference)
    assert Attempt.objects.get(reference=reference).refused_at == first


def test_what_never_passed_the_gate_changes_nothing() -> None:
    count_failure(reference="form:unknown")
    assert not Attempt.objects.exists()


def test_A1_refusals_from_many_addresses_set_the_brake_of_their_campaign() -> None:
    for _ in range(BRAKES["campaign"].most):
        refused()
    assert [brake.subject for brake in Brake.objects.all()] == ["campaign:1"]
    assert Fact.objects.filter(kind="brake.set", about="campaign:1").count() == 1
    with pytest.raises(MailboxMustBeProved):
        a_try()
    a_try(subject="campaign:2")


def test_refusals_over_many_campaigns_set_the_brake_of_the_site() -> None:
    for number in range(BRAKES["site"].most):
        refused(subject=f"campaign:{number}")
    assert Brake.objects.get().subject == "site"
    with pytest.raises(MailboxMustBeProved):
        a_try(subject="campaign:9999")


def test_a_crowd_whose_payments_go_well_sets_no_brake() -> None:
    for _ in range(BRAKES["campaign"].most):
        count_success(reference=a_try())
    for _ in range(BRAKES["campaign"].most):
        refused()
    assert not Brake.objects.exists()
    refused()
    assert Brake.objects.exists()


def test_A1_refusals_do_not_hide_among_payments_that_nobody_finishes() -> None:
    for _ in range(3 * BRAKES["campaign"].most):
        a_try()
    for _ in range(BRAKES["campaign"].most):
        refused()
    assert Brake.objects.get().subject == "campaign:1"


def test_A1_a_mailbox_has_room_for_three_cards_and_no_more() -> None:
    for _ in range(2):
        refused(email="bruno@posta.example")
    refused(email="bruno@posta.example")
    with pytest.raises(TooManyTries):
        a_try(email="bruno@posta.example")
