"""CSS: tokens that exist, colours in one file, no ids, no shouting."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import house, stylesheets

MAY_SHOUT = {"reset.css", "print.css"}


def sheets() -> list[tuple[Path, str]]:
    return [(path, path.read_text(encoding="utf-8")) for path in house.files_of(".css")]


def defined_tokens() -> set[str]:
    """Custom properties that some stylesheet gives a value, or registers with @property."""
    everything = "\n".join(css for _, css in sheets())
    declared = {found.property for found in stylesheets.declarations(everything)}
    return declared | set(re.findall(r"@property\s+(--[\w-]+)", everything))


def undefined_tokens(css: str, defined: set[str]) -> Iterator[str]:
    for found in stylesheets.declarations(css):
        for token in stylesheets.used_tokens(found.value) - defined:
            yield f"{found.line}: {token}"


def own_colours(css: str) -> Iterator[str]:
    for found in stylesheets.declarations(css):
        for colour in stylesheets.raw_colours(found):
            yield f"{found.line}: {colour}"


def shouts(css: str) -> Iterator[str]:
    """Lines with !important that do not stand in a block for print."""
    for found in stylesheets.declarations(css):
        if "!important" in found.value.replace(" ", "") and "print" not in " ".join(found.around):
            yield f"{found.line}: {found.property}"


def ids(css: str) -> Iterator[str]:
    for selector, line in stylesheets.selectors(css):
        if re.search(r"#[\w-]", re.sub(r"\[[^\]]*\]", "", selector)):
            yield f"{line}: {selector}"


def strangers(css: str) -> Iterator[str]:
    """Addresses of other places that a stylesheet would load."""
    for match in re.finditer(r"(?:url\(|@import)\s*['\"]?\s*(?:https?:)?//[^'\")]*", css):
        yield f"{css[: match.start()].count(chr(10)) + 1}: {match[0]}"


def test_every_token_that_is_used_is_defined() -> None:
    defined = defined_tokens()
    house.refuse(
        (
            f"{house.name_of(path)}:{fault}"
            for path, css in sheets()
            for fault in undefined_tokens(css, defined)
        ),
        "Tokens without a value",
    )


def test_only_the_tokens_know_a_raw_colour() -> None:
    house.refuse(
        (
            f"{house.name_of(path)}:{fault}"
            for path, css in sheets()
            if path.name != "tokens.css"
            for fault in own_colours(css)
        ),
        "Raw colours outside tokens.css",
    )


def test_nobody_shouts_outside_reset_and_print() -> None:
    house.refuse(
        (
            f"{house.name_of(path)}:{fault}"
            for path, css in sheets()
            if path.name not in MAY_SHOUT
            for fault in shouts(css)
        ),
        "!important outside reset and print",
    )


def test_no_selector_needs_an_id() -> None:
    house.refuse(
        (f"{house.name_of(path)}:{fault}" for path, css in sheets() for fault in ids(css)),
        "Ids in selectors",
    )


def test_no_stylesheet_loads_from_elsewhere() -> None:
    house.refuse(
        (f"{house.name_of(path)}:{fault}" for path, css in sheets() for fault in strangers(css)),
        "Stylesheets that load from another place",
    )


@pytest.mark.parametrize(
    "css",
    [
        "a { color: #b33 }",
        ".card { & > a { border: 1px solid red } }",
        "a { background: linear-gradient(to right, oklch(50% 0.1 30), var(--ink)) }",
        "@media (min-width: 40em) { a { --edge: rebeccapurple } }",
    ],
)
def test_a_raw_colour_is_found(css: str) -> None:
    assert list(own_colours(css))


@pytest.mark.parametrize(
    "css",
    [
        "a { color: var(--red) }",
        "a { color: CanvasText; fill: currentColor; grid-area: gold }",
        "a { background: url('data:image/svg+xml,%23red') /* red */; tab-size: 4 }",
        ".red:hover { border: 1px solid transparent }",
    ],
)
def test_what_only_looks_like_a_colour_is_left_alone(css: str) -> None:
    assert list(own_colours(css)) == []


def test_an_undefined_token_an_id_a_shout_and_a_stranger_are_found() -> None:
    assert list(undefined_tokens("a { color: var(--ink, var(--inq)) }", {"--ink"})) == ["1: --inq"]
    assert list(ids("main { #story a { color: var(--ink) } }"))
    assert list(ids("a[href='#story'] { color: var(--ink) }")) == []
    assert list(shouts("a { margin: 0 !important }"))
    assert list(shouts("@media print { a { margin: 0 !important } }")) == []
    assert list(strangers("@import '//fonts.example/a.css';"))
