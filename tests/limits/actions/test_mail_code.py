"""A code is mailed to whoever has to prove a mailbox."""

import re

import pytest

from colletta.limits.actions.check_code import check_code
from colletta.limits.actions.mail_code import MOST_LETTERS, mail_code
from colletta.limits.models import Code
from colletta.mail.models import Letter

pytestmark = pytest.mark.django_db


def test_the_code_stands_in_the_letter_and_nowhere_else() -> None:
    assert mail_code(email="Bruno@posta.example", language="it")
    letter = Letter.objects.get()
    found = re.search(r"\b[0-9]{6}\b", letter.text)
    assert found is not None
    assert letter.to == "Bruno@posta.example"
    assert found[0] in letter.html
    assert found[0] not in Code.objects.get().code
    assert check_code(email="bruno@posta.example", code=found[0])


def test_a_mailbox_is_not_flooded() -> None:
    sent = [mail_code(email="bruno@posta.example", language="it") for _ in range(10)]
    assert sum(sent) == Letter.objects.count() == MOST_LETTERS
