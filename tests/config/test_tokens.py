"""A26: nothing is changed by a form that does not come from a page of ours."""

import re

import pytest
from django.test import Client
from django.urls import resolve
from django.utils import translation

from tests.cast import ada
from tests.config.addresses import every_address

pytestmark = pytest.mark.django_db
# Providers sign what they send; no browser of a person speaks to these. A mail program ends letters
# with one click, and has no token either (RFC 8058): the address itself is signed and secret.
WITHOUT_TOKEN = re.compile(r"^/notices/|/letters/[^/]+/[^/]+/end/$")
# Without the token a form is refused; a page that only shows takes no form at all.
REFUSED = {403, 405}
UNSAFE = ("post", "put", "patch", "delete")


def signed_in() -> Client:
    """Ada's browser, which asks for tokens as a real one does."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ada(), "allauth.account.auth_backends.AuthenticationBackend")
    return browser


def test_A26_every_address_refuses_whatever_comes_without_its_token() -> None:
    browser = signed_in()
    let_through = [
        f"{method} {address}: {status}"
        for address in every_address()
        if not WITHOUT_TOKEN.search(address)
        for method in UNSAFE
        if (status := browser.generic(method.upper(), address).status_code) not in REFUSED
    ]
    assert not let_through, "\n".join(let_through)


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data"])
def test_A26_no_other_kind_of_content_goes_round_the_token(kind: str) -> None:
    browser = signed_in()
    let_through = [
        address
        for address in every_address()
        if not WITHOUT_TOKEN.search(address)
        if browser.generic("POST", address, "{}", content_type=kind).status_code not in REFUSED
    ]
    assert not let_through, "\n".join(let_through)


def test_A26_a_token_of_another_browser_is_worth_nothing() -> None:
    mine, other = signed_in(), Client()
    other.get("/it/people/join/")
    token = other.cookies["colletta_csrf"].value
    said = {"csrfmiddlewaretoken": token, "name": "Coro"}
    assert mine.post("/it/people/organisations/new/", said).status_code == 403


def test_the_addresses_are_really_all_of_them() -> None:
    known = set(every_address())
    assert {"/it/people/sign-in/", "/it/people/organisations/new/", "/it/"} <= known
    assert len(known) > 40
    with translation.override("it"):
        for address in known:
            resolve(address)
