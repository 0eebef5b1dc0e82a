"""What every page owes its readers, whatever it shows."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG_2_2_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def assert_accessible(page: Page) -> None:
    """axe finds no violation of WCAG 2.2 AA in the page as it stands."""
    rules = {"runOnly": {"type": "tag", "values": list(WCAG_2_2_AA)}}
    response = Axe().run(page, options=rules).response
    assert response["passes"], "axe looked at nothing"
    found = [
        f"{violation['id']} at {node['target']}: {node['failureSummary']}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]
    assert not found, "\n".join([f"{page.url} ({len(found)} violations):", *found])


def assert_fits(page: Page) -> None:
    """Nothing scrolls sideways."""
    wide, room = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= room, f"{page.url} is {wide} px wide in {room} px"
