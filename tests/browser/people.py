"""Ada in a real browser: how she signs in, and where her pages are."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from playwright.sync_api import Page

from colletta.people.models import Person
from tests.browser.running_site import Site
from tests.cast import PASSWORD, ada

AtWork = Callable[[Site], AbstractContextManager[None]]
ENTRANCES = ["join", "sign-in", "sign-in/code", "recovery", "recovery/sent", "recovery/0-0"]
OWN = ["", "profile", "security", "address", "password", "sessions", "second-factor", "sign-out"]
FACTORS = ["second-factor/app", "passkeys/new", "passkeys", "identity"]


def ada_on(site: Site, at_work: AtWork) -> Person:
    """Ada has joined this site."""
    with at_work(site):
        return ada()


def sign_in(page: Page, language: str = "it", password: str = PASSWORD) -> None:
    """With address and password, as anybody would."""
    page.goto(f"/{language}/people/sign-in/")
    page.locator("#id_login").fill("ada@posta.example")
    page.locator("#id_password").fill(password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"**/{language}/people/")
