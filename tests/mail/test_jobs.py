"""The sweep sends what was left."""

import pytest

from colletta.mail.jobs import send_letter_soon, sweep_letters
from colletta.mail.models import Letter
from tests.database import Database


@pytest.mark.parametrize("wake", ["job", "sweep"])
def test_a_waiting_letter_is_sent(fresh_database: Database, mailoutbox, wake: str) -> None:
    letter = Letter.objects.create(
        key="one", kind="welcome", to="lia@posta.example", language="it", subject="Ciao", text="c"
    )
    if wake == "job":
        send_letter_soon(letter_id=letter.pk)
    else:
        sweep_letters(timestamp=0)
    assert [mail.to for mail in mailoutbox] == [["lia@posta.example"]]
    sweep_letters(timestamp=0)
    assert len(mailoutbox) == 1
