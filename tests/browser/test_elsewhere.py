"""Signing in with another site, and a team's pages, in a real browser.

Between our page and that site there is one redirect and nothing else: no script, no picture, no
request of theirs on any page of ours.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.browser.reading import assert_fits, assert_good_for_everybody
from tests.browser.running_site import Site, running_site
from tests.browser.views import EVERY_LANGUAGE, View
from tests.database import Databases
from tests.people.openid.provider import CLIENT, SECRET
from tests.people.openid.running import running_provider


@pytest.fixture
def provider() -> Iterator[str]:
    with running_provider() as url:
        yield url


@pytest.fixture
def fresh_site(databases: Databases, home_with_static_files: Path, provider: str) -> Iterator[Site]:
    """A site that lets people in with the provider."""
    database = databases.clone()
    with running_site(
        database,
        home_with_static_files,
        COLLETTA_OPENID_NAME="Piazza",
        COLLETTA_OPENID_ISSUER=provider,
        COLLETTA_OPENID_CLIENT_ID=CLIENT,
        COLLETTA_OPENID_CLIENT_SECRET=SECRET,
    ) as running:
        yield running
    database.drop()


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def browser_context_args(
    request: pytest.FixtureRequest, view: View, fresh_site: Site
) -> dict[str, object]:
    scripts = {"java_script_enabled": request.param}
    return {**view.of_the_browser(), "base_url": fresh_site.url, **scripts}


def come_in(page: Page, fault: str = "none") -> None:
    page.goto("/it/people/sign-in/")
    page.get_by_role("button", name="Continua con Piazza").click()
    page.get_by_label("Fault").select_option(fault)
    page.get_by_role("button", name="Continue").click()


def test_one_button_leads_there_and_back(
    context: BrowserContext, provider: str, fresh_site: Site
) -> None:
    page, asked = context.new_page(), list[Request]()

    def note(one: Request) -> None:
        asked.append(one)

    page.on("request", note)
    come_in(page)
    expect(page).to_have_url(f"{fresh_site.url}/it/people/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada")
    elsewhere = [one for one in asked if not one.url.startswith(f"{fresh_site.url}/")]
    assert {one.url.split("?")[0] for one in elsewhere} <= {
        f"{provider}/authorize",
        f"{provider}/choice",
        f"{provider}/favicon.ico",
    }


def test_what_does_not_hold_is_told_on_a_page_of_ours(context: BrowserContext) -> None:
    page = context.new_page()
    come_in(page, "other_nonce")
    expect(page.get_by_text("non gli abbiamo creduto")).to_be_visible()
    assert_fits(page)


def test_a_team_is_founded_and_staffed(context: BrowserContext, fresh_site: Site) -> None:
    page = context.new_page()
    come_in(page)
    page.goto("/it/people/organisations/new/")
    page.get_by_label("Nome").fill("Vinci su www.evil.example")
    page.get_by_label("Luogo").fill("Borgo")
    page.get_by_role("button", name="Fondala").click()
    expect(page.get_by_role("alert")).to_contain_text("indirizzo internet")
    expect(page.get_by_label("Luogo")).to_have_value("Borgo")
    page.get_by_label("Nome").fill("Banda di Borgo")
    page.get_by_label("Che cos’è").select_option("association")
    page.get_by_role("button", name="Fondala").click()
    expect(page).to_have_url(f"{fresh_site.url}/it/people/organisations/banda-di-borgo/team/")
    page.get_by_label("E-mail").fill("bruno@posta.example")
    page.get_by_role("button", name="Manda l’invito").click()
    expect(page.get_by_text("bruno@posta.example").first).to_be_visible()
    page.get_by_role("button", name="Lascia il gruppo").click()
    expect(page.get_by_role("alert")).to_contain_text("responsabile")


# axe is a script of its own, so it looks where scripts run.
@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
@pytest.mark.parametrize("browser_context_args", [True], indirect=True, ids=["scripts"])
def test_every_page_of_it_is_accessible(context: BrowserContext, view: View) -> None:
    page = context.new_page()
    come_in(page)
    home = f"/{view.language}/people/organisations/"
    page.goto(f"{home}new/")
    look(page)
    page.locator("main form .button").click()
    look(page)
    page.locator("[name=name]").fill("Banda di Borgo")
    page.locator("[name=place]").fill("Borgo")
    page.locator("[name=kind]").select_option("association")
    page.locator("main form .button").click()
    page.locator("[name=email]").fill("una.persona.con.un.indirizzo.lungo@posta.example")
    page.locator("section form .button").first.click()
    look(page)
    for path in ("", "banda-di-borgo/", "invitations/no-such-link/"):
        page.goto(f"{home}{path}")
        look(page)
    for path in ("people/ways-in/", "organisations/banda-di-borgo/"):
        page.goto(f"/{view.language}/{path}")
        look(page)


def look(page: Page) -> None:
    assert page.locator("h1").count() == 1
    assert_good_for_everybody(page)
