"""A letter did not arrive; perhaps its mailbox gets no more."""

from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.mail.actions.count_bounce import count_bounce
from colletta.mail.models import Bounce, Mailbox
from tests.mail.returned import sent_letter

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def came_back(key: str, status: str = "4.2.2", *, days: int = 0, to: str = "lia@posta.example"):
    letter = sent_letter(key, to=to, begun_at=now() + days * DAY)
    count_bounce(letter_id=letter.pk, status=status, said="x", at=now() + days * DAY)


def is_open() -> bool:
    return not Mailbox.objects.undeliverable().exists()


def test_one_hard_bounce_is_enough_however_the_address_was_typed() -> None:
    came_back("a", "5.1.1", to="Lia@Posta.example")
    assert Mailbox.objects.undeliverable().get().key == "lia@posta.example"


@pytest.mark.parametrize("status", ["4.0.0", "5.2.2", "5.7.1", "5.7.26", "5.3.4"])
def test_the_third_soft_one_within_a_fortnight_is_enough(status: str) -> None:
    came_back("a", status)
    came_back("b", status, days=7)
    assert is_open()
    came_back("c", status, days=13)
    assert not is_open()
    assert not Bounce.objects.filter(hard=True).exists()


def test_three_soft_ones_in_a_longer_time_are_not() -> None:
    for number, days in enumerate((0, 8, 15, 23, 30)):
        came_back(str(number), days=days)
    assert is_open()


def test_a_letter_from_before_the_mailbox_was_shown_to_work_says_nothing_new() -> None:
    for key in "ab":
        came_back(key)
    mailbox = Mailbox.objects.get()
    mailbox.proved_at = now()
    mailbox.save()
    came_back("hard", "5.1.1", days=-1)
    came_back("c", days=1)
    came_back("d", days=1)
    assert is_open()
    came_back("e", days=1)
    assert not is_open()
