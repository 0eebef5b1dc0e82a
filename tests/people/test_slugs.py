"""Addresses made from names."""

import pytest

from colletta.people.models import Organisation
from colletta.people.slugs import free_slug

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Città Viva", "citta-viva"),
        ("東京", "organisation"),
        ("New", "new-2"),
        ("--", "organisation"),
    ],
)
def test_the_address_of_an_organisation_is_ascii_and_free(name: str, slug: str) -> None:
    assert free_slug(name) == slug


def test_a_taken_address_gets_a_number() -> None:
    for slug in ("coro", "coro-2"):
        Organisation.objects.create(name=slug, slug=slug, contact_email="a@b.example")
    assert free_slug("Coro") == "coro-3"
