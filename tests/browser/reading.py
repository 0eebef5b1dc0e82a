"""What every page owes its readers, whatever it shows."""

from collections.abc import Iterator, Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.views import DESKTOP, HEIGHTS, PHONE, THEMES, Theme

WCAG_2_2_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# Nothing else that axe looks at changes with the light.
COLOURS = ("color-contrast", "link-in-text-block")
# Two frames: what is seen has its new colours.
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def assert_accessible(page: Page) -> None:
    """axe finds no violation of WCAG 2.2 AA in the page as it stands."""
    found = _violations(page, {"type": "tag", "values": WCAG_2_2_AA})
    assert not found, "\n".join([f"{page.url} ({len(found)} violations):", *found])


def assert_good_for_everybody(page: Page) -> None:
    """axe finds no violation of WCAG 2.2 AA and nothing scrolls sideways, as wide as a phone and
    as a desk, by day and by night. The page stays loaded, and is left as it was.
    """
    before = page.viewport_size
    page.emulate_media(reduced_motion="reduce")
    found: list[str] = []
    for theme, width, rules in _looks():
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        found += [f"{width} px, {theme}: {one}" for one in _lasting(page, rules)]
        assert_fits(page)
    page.emulate_media(color_scheme="null")
    if before:
        page.set_viewport_size(before)
    assert not found, "\n".join([f"{page.url} ({len(found)} violations):", *found])


def _looks() -> Iterator[tuple[Theme, int, dict[str, Any]]]:
    every = {"type": "tag", "values": WCAG_2_2_AA}
    colours = {"type": "rule", "values": COLOURS}
    for theme, rules in zip(THEMES, (every, colours), strict=True):
        for width in (PHONE, DESKTOP):
            yield theme, width, rules


def _lasting(page: Page, rules: dict[str, Any]) -> Sequence[str]:
    """What is wrong still once the page has had time to draw itself by the new light."""
    page.evaluate(DRAWN)
    if not _violations(page, rules):
        return []
    page.wait_for_timeout(500)  # milliseconds
    return _violations(page, rules)


def _violations(page: Page, rules: dict[str, Any]) -> Sequence[str]:
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    if not page.evaluate("'axe' in window"):  # half a megabyte, once for all looks at a page
        page.evaluate(AXE_SCRIPT)
    response = page.evaluate("options => axe.run(document, options)", options)
    assert response["passes"] or rules["type"] == "rule", "axe looked at nothing"
    return [
        f"{violation['id']} at {node['target']}: {node['failureSummary']}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def assert_fits(page: Page) -> None:
    """Nothing scrolls sideways."""
    wide, room = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= room, f"{page.url} is {wide} px wide in {room} px"
