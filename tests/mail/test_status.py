"""What the codes of mail systems say of an address."""

import pytest

from colletta.mail.status import is_hard, status_in, status_of_reply


@pytest.mark.parametrize("status", ["5.0.0", "5.1.1", "5.1.10", "5.2.1", "5.4.4", "5.5.0"])
def test_a_hard_one(status: str) -> None:
    assert is_hard(status)


@pytest.mark.parametrize(
    "status", ["4.1.1", "4.2.2", "5.2.2", "5.2.3", "5.3.4", "5.7.1", "5.7.509", "2.0.0", ""]
)
def test_one_that_is_not(status: str) -> None:
    assert not is_hard(status)


@pytest.mark.parametrize(
    ("code", "said", "status"),
    [
        (550, "5.1.1 no such user", "5.1.1"),
        (550, "no such user", "5.0.0"),
        (552, "over quota", "5.2.2"),
        (451, "later", "4.0.0"),
        (550, "blocked, see 10.5.1.1.7", "5.0.0"),
    ],
)
def test_a_reply_without_an_enhanced_code_has_that_of_its_digits(
    code: int, said: str, status: str
) -> None:
    assert status_of_reply(code, said) == status


def test_a_long_answer_is_read_quickly() -> None:
    assert status_in("5." * 100_000) == ""
