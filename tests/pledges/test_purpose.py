"""Every purpose of a payment has somebody who books its money."""

import pytest

from colletta.payments import purposes
from colletta.pledges.purpose import PledgePurpose


def test_pledges_book_the_money_of_pledges() -> None:
    assert purposes.every_purpose_has_an_implementer() == []


def test_a_purpose_without_implementer_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purposes, "PURPOSES", ("pledge", "membership"))
    errors = purposes.every_purpose_has_an_implementer()
    assert [error.id for error in errors] == ["payments.E001"]
    assert "membership" in errors[0].msg


def test_an_unknown_purpose_cannot_be_announced() -> None:
    with pytest.raises(AssertionError):
        purposes.announce("lottery", PledgePurpose())
