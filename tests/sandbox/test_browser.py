"""The hosted page in a real browser, on a phone and on a desk, by day and by night."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, browser
from tests.browser.reading import assert_accessible, assert_fits
from tests.sandbox.company import Company

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = browser()
    assert path is not None, "no Chromium found"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path, chromium_sandbox=False, args=list(FLAGS)
        )
        yield opened
        opened.close()


def pages(company: Company) -> list[str]:
    """Every kind of page there is."""
    payee, back = "Società di mutuo soccorso " * 4, f"{company.url}/?back=1"
    created, asked, pending, paid = (company.pay(payee=payee, return_url=back) for _ in range(4))
    company.press(asked, "authenticate")
    company.press(pending, "pend")
    company.press(paid, "pay")
    later = company.pay(capture="later", description="x" * 300)
    names = (created, asked, pending, paid, later, "nobody")
    return ["/", *(f"/pay/{name}" for name in names)]


@pytest.mark.parametrize(
    ("width", "light", "language"),
    [(320, "light", "it"), (390, "dark", "en"), (1280, "light", "en")],
)
def test_every_page_can_be_read_and_used_by_everybody(
    company: Company, chromium: Browser, width: int, light: str, language: str
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if light == "dark" else "light",
        base_url=company.url,
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for address in pages(company):
        page.goto(f"{address}?language={language}")
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert page.locator("h1").count() == 1
        assert_fits(page)
        assert_accessible(page)
    context.close()
    assert [text for text in complaints if "404" not in text] == []


@pytest.mark.parametrize("with_javascript", [True, False])
def test_a_person_pays_and_comes_back(
    company: Company, chromium: Browser, with_javascript: bool
) -> None:
    context = chromium.new_context(
        java_script_enabled=with_javascript, base_url=company.url, locale="it-IT"
    )
    page = context.new_page()
    payment = company.pay(return_url=f"{company.url}/?thanks=1")
    page.goto(f"/pay/{payment}")
    page.get_by_role("button", name="Autenticazione forte").click()
    page.get_by_role("button", name="Sono io: conferma").click()
    page.wait_for_url(f"**/?thanks=1&payment={payment}")
    assert company.status(payment) == "succeeded"
    unusual = company.pay(return_url=f"{company.url}/?thanks=2")
    page.goto(f"/pay/{unusual}")
    page.get_by_text("Comportamenti insoliti").click()
    page.get_by_role("button", name="Avvisa due volte").press("Enter")
    page.wait_for_url(f"**/?thanks=2&payment={unusual}")
    assert company.status(unusual) == "succeeded"
    context.close()
