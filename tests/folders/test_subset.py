"""The closed subset of HTML, cleaned when written and again when shown."""

from itertools import product

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from colletta.folders.subset import RELATION, TAGS, clean
from tests.folders.test_markdown import Seen

RUNS = "window.__x=1"
ELEMENTS = (
    *("script", "img", "svg", "math", "iframe", "object", "embed", "form", "input", "button"),
    *("style", "link", "meta", "base", "video", "audio", "details", "template", "noscript"),
    *("textarea", "select", "xmp", "plaintext", "marquee", "body", "html", "frameset", "a", "p"),
)
ATTACKS = (
    f"onerror={RUNS}",
    f"onload='{RUNS}'",
    f'onfocus="{RUNS}" autofocus',
    f"src=javascript:{RUNS}",
    f"href=javascript:{RUNS}",
    f"href='&#106;avascript:{RUNS}'",
    f"href=' java\tscript:{RUNS}'",
    f"xlink:href=javascript:{RUNS}",
    f"action=javascript:{RUNS}",
    f"formaction=javascript:{RUNS}",
    f'srcdoc="<script>{RUNS}</script>"',
    f'style="background:url(javascript:{RUNS})"',
    "style='position:fixed;inset:0'",
    "id=pay class=button name=x",
    "data-action=x hx-get=/desk/ hx-on:load=x",
    "href=data:text/html,x",
)
FRAMES = (
    "<{0} {1}>x</{0}>",
    "<p><{0} {1}>",
    "<{0}/{1}/>",
    "<<{0} {1}>",
    "<svg><{0} {1}></svg>",
    "<math><mtext><table><mglyph><style><{0} {1}>",
    "<noscript><p title='</noscript><{0} {1}>'>",
    "<a href='https://x.example' {1}><{0}>x</a>",
)


def payloads() -> list[str]:
    return [
        frame.format(element, attack)
        for frame, element, attack in product(FRAMES, ELEMENTS, ATTACKS)
    ]


def test_A12_A13_A14_three_thousand_attacks_leave_nothing_that_runs_or_moves() -> None:
    attacks = payloads()
    assert len(attacks) >= 3000
    for attack in attacks:
        html = clean(attack)
        seen = Seen(html)
        assert seen.tags <= TAGS, attack
        assert all(
            (name, value) == ("href", "https://x.example") or (name, value) == ("rel", RELATION)
            for name, value in seen.attributes
        ), attack
        assert clean(html) == html, attack


@given(
    st.text(
        alphabet=st.sampled_from("<>/=\"'` abhrefonxsp:;&#\n\t")
        | st.characters(exclude_categories=["Cs"])
    )
)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("target", ["/en/desk/", "//x.example", "#a", "page", "https:x"])
def test_A14_a_link_into_our_own_site_loses_its_target(target: str) -> None:
    assert "href" not in clean(f'<a href="{target}">paga qui</a>')


def test_what_is_cleaned_is_safe_to_show() -> None:
    assert isinstance(clean("<p>x</p>"), SafeString)


def test_a_template_shows_a_stored_story_cleaned() -> None:
    template = Template("{% load stories %}{{ text|story }}")
    shown = template.render(Context({"text": "<p>Ciao</p><script>alert(1)</script>"}))
    assert shown == "<p>Ciao</p>"
