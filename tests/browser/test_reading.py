"""The eyes of the browser tests see: each fault they look for, shown once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.reading import assert_accessible, assert_fits, assert_good_for_everybody
from tests.browser.watch import Watch

GOOD = '<html lang="it"><title>Orto</title><main><h1>Un orto in cortile</h1></main>'


@pytest.fixture
def sheet(browser: Browser) -> Iterator[Page]:
    """A blank page that no site serves."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def test_a_good_page_is_left_alone(sheet: Page) -> None:
    watch = Watch(sheet, "http://127.0.0.1")
    sheet.set_content(GOOD)
    assert_accessible(sheet)
    assert_fits(sheet)
    assert watch.faults == []


def test_a_picture_without_words_is_found(sheet: Page) -> None:
    sheet.set_content(GOOD + '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(sheet)


def test_what_is_wrong_by_night_on_a_desk_alone_is_found(sheet: Page) -> None:
    night = "(prefers-color-scheme: dark) and (min-width: 1000px)"
    dim = f"<style>@media {night} {{ p {{ color: #eee }} }}</style><p>Terra</p>"
    sheet.set_content(GOOD + dim)
    assert_accessible(sheet)
    with pytest.raises(AssertionError, match="1280 px, dark: color-contrast"):
        assert_good_for_everybody(sheet)


def test_a_page_wider_than_the_phone_is_found(sheet: Page) -> None:
    sheet.set_content(GOOD + '<div style="inline-size: 500px">&nbsp;</div>')
    with pytest.raises(AssertionError, match="508 px wide in 390 px"):
        assert_fits(sheet)


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ('<img alt="" src="http://pictures.example/a.png">', "asked another place"),
        ("<script>undefined.sum</script>", "a script broke"),
        ("<script>console.error('no sum')</script>", "console: no sum"),
    ],
)
def test_a_page_that_misbehaves_is_found(sheet: Page, markup: str, fault: str) -> None:
    watch = Watch(sheet, "http://127.0.0.1")
    sheet.set_content(GOOD + markup)
    assert any(found.startswith(fault) for found in watch.faults)
