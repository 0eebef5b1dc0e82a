"""Plain text as HTML."""

import time

import pytest

from colletta.ui.plain import as_html


def test_paragraphs_and_line_ends_stay() -> None:
    assert as_html("Ciao\na tutti\n\nCi vediamo") == "<p>Ciao<br>a tutti</p><p>Ci vediamo</p>"


def test_an_address_becomes_a_link_that_lends_no_good_name() -> None:
    assert as_html("Vedi https://esempio.example/a?b=1&c=2.") == (
        '<p>Vedi <a href="https://esempio.example/a?b=1&amp;c=2" rel="nofollow ugc noopener">'
        "https://esempio.example/a?b=1&amp;c=2</a>.</p>"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "<script>window.__x = 1</script>",
        '<img src=x onerror="window.__x = 1">',
        'https://esempio.example/"onmouseover="window.__x=1',
        "https://esempio.example/<svg/onload=window.__x=1>",
        "javascript:window.__x=1",
    ],
)
def test_A12_A13_what_looks_like_markup_is_text(typed: str) -> None:
    shown = as_html(typed)
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<svg" not in shown
    assert '"onmouseover' not in shown
    assert 'href="javascript' not in shown


def test_A32_a_hundred_thousand_signs_take_no_time() -> None:
    for typed in ("https://" * 12_500, "https://a." * 10_000, "\n \n" * 33_000, "." * 100_000):
        began = time.process_time()
        as_html(typed)
        assert time.process_time() - began < 0.5
