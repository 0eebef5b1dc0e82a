"""The pages of joining and signing in, for everybody's eyes and hands."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from colletta.mail.models import Letter
from tests.browser.people import ENTRANCES, FACTORS, OWN, AtWork, ada_on, sign_in
from tests.browser.reading import assert_good_for_everybody
from tests.browser.running_site import Site
from tests.browser.views import EVERY_LANGUAGE, View
from tests.cast import PASSWORD
from tests.people.joining.mailbox import code_in


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_everybody_can_read_the_pages_of_joining_and_of_ones_own(
    page: Page, view: View, site: Site, at_work: AtWork
) -> None:
    ada_on(site, at_work)
    for address in ENTRANCES:
        look(page, f"/{view.language}/people/{address}/")
    page.goto(f"/{view.language}/people/join/")
    page.locator("main form button[type=submit]").last.click()
    expect(page.locator(".problems")).to_be_visible()
    assert_good_for_everybody(page)
    sign_in(page, view.language)
    for address in [*OWN, *FACTORS]:
        look(page, f"/{view.language}/people/{address}/".replace("//", "/"))


def look(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    assert page.locator("h1").count() == 1, address
    assert_good_for_everybody(page)


def test_joining_and_leaving_need_no_javascript(
    browser: Browser, site: Site, at_work: AtWork
) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/people/join/")
    page.get_by_label("Your name").fill("Dora Bianchi")
    page.locator("#id_email").fill("dora@posta.example")
    page.locator("#id_password1").fill(PASSWORD)
    page.get_by_role("button", name="Join").click()
    with at_work(site):
        letter = Letter.objects.filter(to="dora@posta.example").latest("pk")
    page.locator("#id_code").fill(code_in(letter))
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator("h1")).to_have_text("Hello Dora Bianchi")
    page.get_by_role("link", name="Profile").click()
    page.get_by_label("About you").fill("Gardens.")
    page.get_by_label("Show my profile to everybody").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="See the page that everybody sees").click()
    expect(page.locator("h1")).to_have_text("Dora Bianchi")
    page.goto("/en/people/")
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile("/en/$"))
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    context.close()


def test_a_passkey_is_added_and_lets_in(
    browser: Browser, fresh_site: Site, at_work: AtWork
) -> None:
    ada_on(fresh_site, at_work)
    # Passkeys belong to a name, and the only one without a certificate is localhost.
    origin = fresh_site.url.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=origin)
    page = context.new_page()
    plug_in_a_key(page)
    sign_in(page)
    page.goto("/it/people/passkeys/new/")
    page.locator("#id_passwordless").check()
    page.get_by_role("button", name="Aggiungi una passkey").click()
    page.wait_for_url("**/it/people/recovery-codes/")
    assert page.locator(".people__codes li").count() == 10
    page.goto("/it/people/")
    page.get_by_role("button", name="Esci").click()
    page.goto("/it/people/sign-in/")
    page.get_by_role("button", name="Accedi con una passkey").click()
    page.wait_for_url("**/it/people/")
    expect(page.locator("h1")).to_have_text("Ciao Ada Colombo")
    page.goto("/it/people/passkeys/")
    assert page.locator(".people__list li").count() == 1
    context.close()


def plug_in_a_key(page: Page) -> None:
    """A key of the browser's own that always says yes (Chrome DevTools, WebAuthn)."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": key})
