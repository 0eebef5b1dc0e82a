"""A44: whoever reads the log opens nothing with it."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from colletta.pledges.link import token_of
from tests.cast import gift_of_bruno, live_campaign


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the site writes meanwhile."""
    (console,) = [one for one in logging.getLogger().handlers if one.name == "console"]
    assert isinstance(console, logging.StreamHandler)
    written = io.StringIO()
    before = console.setStream(written)
    yield written
    console.setStream(before)


@pytest.mark.django_db
def test_A44_the_link_of_a_pledge_is_not_in_the_log(log: io.StringIO) -> None:
    token = token_of(gift_of_bruno(live_campaign()))
    own = reverse("pages:pledge", args=[token])
    assert Client().post(f"{own}visibility/", {"message": "x" * 501}).status_code == 400
    assert Client().get(f"{own}payments/").status_code == 405
    assert Client(enforce_csrf_checks=True).post(f"{own}payments/").status_code == 403
    assert log.getvalue().count("/pledges/…/") == 3
    assert token not in log.getvalue()


@pytest.mark.parametrize(
    "address",
    [
        "/it/people/organisations/invitations/{}/",
        "/it/people/privacy/links/{}/erasure/",
        "/it/people/openid/proof/{}/",
        "/it/people/recovery/1f-{}/",
    ],
)
@pytest.mark.django_db
def test_A44_no_other_link_of_a_letter_is_in_it_either(log: io.StringIO, address: str) -> None:
    token = "d5rZ2bq1fXQ7yT0wKc3sVg9uHnJ4mLpE"
    Client(enforce_csrf_checks=True).post(address.format(token))
    assert "…" in log.getvalue()
    assert token not in log.getvalue()
