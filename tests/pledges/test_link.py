"""Whoever holds the signed link sees the pledge; nobody else does (fault A48)."""

import pytest
from django.core.signing import Signer

from colletta.pledges.link import LinkIsNotOurs, pledge_of, token_of
from tests.cast import live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_a_link_opens_its_pledge() -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    assert pledge_of(token_of(pledge)) == pledge


def test_no_single_character_can_be_changed() -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    token = token_of(pledge)
    altered = {f"{token[:at]}{new}{token[at + 1 :]}" for at in range(len(token)) for new in "A0:_é"}
    for one in altered - {token}:
        with pytest.raises(LinkIsNotOurs):
            pledge_of(one)


@pytest.mark.parametrize("token", ["", ":", "1", "1:", "x" * 10_000, "\x00", "１:a"])
def test_what_is_no_token_opens_nothing(token: str) -> None:
    with pytest.raises(LinkIsNotOurs):
        pledge_of(token)


def test_a_text_signed_for_something_else_opens_nothing() -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    with pytest.raises(LinkIsNotOurs):
        pledge_of(Signer(salt="another").sign(str(pledge.pk)))


def test_a_signed_number_of_no_pledge_opens_nothing() -> None:
    with pytest.raises(LinkIsNotOurs):
        pledge_of(Signer(salt="colletta.pledges.link").sign("999999999"))
