"""A mailed code is good once, for its mailbox, for a few tries and minutes."""

import re
from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.limits.actions.check_code import MOST_TRIES, check_code
from colletta.limits.actions.mail_code import mail_code
from colletta.limits.models import Code
from colletta.mail.models import Letter

pytestmark = pytest.mark.django_db
BRUNO = "bruno@posta.example"


@pytest.fixture
def code() -> str:
    mail_code(email=BRUNO, language="en")
    found = re.search(r"\b[0-9]{6}\b", Letter.objects.get().text)
    assert found is not None
    return found[0]


def other(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_the_right_code_is_good_once(code: str) -> None:
    assert check_code(email=BRUNO, code=f" {code[:3]} {code[3:]} ")
    assert not check_code(email=BRUNO, code=code)


def test_a_code_is_for_its_mailbox_alone(code: str) -> None:
    assert not check_code(email="ada@posta.example", code=code)


def test_A10_after_a_few_wrong_ones_the_right_one_is_too_late(code: str) -> None:
    for _ in range(MOST_TRIES):
        assert not check_code(email=BRUNO, code=other(code))
    assert not check_code(email=BRUNO, code=code)


def test_a_code_ends_after_its_minutes(code: str) -> None:
    Code.objects.update(expires_at=now() - timedelta(seconds=1))
    assert not check_code(email=BRUNO, code=code)
