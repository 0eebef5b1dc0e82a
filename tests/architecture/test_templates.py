"""Templates and scripts: nothing inline, nothing from elsewhere."""

import re
from collections.abc import Callable, Iterator

import pytest

from tests.architecture import house, markup

ELSEWHERE = re.compile(r"^(https?:)?//", re.IGNORECASE)
SIMPLE_COLOUR = re.compile(r"^(#[0-9a-f]{3,8}|(rgb|hsl|oklch|oklab)a?\(.*)$", re.IGNORECASE)


def inline(template: str) -> Iterator[str]:
    """Styles, scripts and event handlers that a strict content security policy would refuse."""
    for element in markup.elements(template):
        yield from (f"{element.line}: {fault}" for fault in inline_in(element))


def inline_in(element: markup.Element) -> Iterator[str]:
    """The same for one element. A block of linked data is no script: nobody runs it."""
    attributes = element.attributes
    if element.name == "style":
        yield "<style>"
    if element.name == "script" and not (
        "src" in attributes or attributes.get("type") in {"application/ld+json", "application/json"}
    ):
        yield "<script> without src"
    for name, value in attributes.items():
        if name == "style" or re.match(r"on[a-z]+$", name) or value.startswith("javascript:"):
            yield f"{name} on <{element.name}>"


def strangers(template: str) -> Iterator[str]:
    """Resources that a page would load from another place."""
    for element in markup.elements(template):
        for address in markup.loaded(element):
            if ELSEWHERE.match(address):
                yield f"{element.line}: {address}"


FRAME_OF_LETTERS = "colletta/mail/templates/mail/frame.html:"


def own_colours(template: str) -> Iterator[str]:
    """Colours drawn in a template; only the browser's own bar (theme-color) cannot use a token."""
    for element in markup.elements(template):
        for name in ("fill", "stroke", "stop-color", "color", "bgcolor"):
            if SIMPLE_COLOUR.match(element.attributes.get(name, "")):
                yield f"{element.line}: {name}={element.attributes[name]}"


def risky_scripts(script: str) -> Iterator[str]:
    """What a script of ours does not do: run text, write markup, ask another place."""
    without = re.sub(
        r"/\*.*?\*/|(?<!:)//[^\n]*", lambda m: "\n" * m[0].count("\n"), script, flags=re.DOTALL
    )
    for match in re.finditer(r"\beval\(|new Function\(|\.innerHTML\b|https?://|\bstyle=", without):
        if not without[match.start() :].startswith("http://www.w3.org/"):
            yield f"{without[: match.start()].count(chr(10)) + 1}: {match[0]}"


def offences(check: Callable[[str], Iterator[str]], *suffixes: str) -> Iterator[str]:
    for path in house.files_of(*suffixes):
        text = path.read_text(encoding="utf-8")
        yield from (f"{house.name_of(path)}:{fault}" for fault in check(text))


def test_nothing_is_inline() -> None:
    """The frame of a letter is no page: a mail cannot ask for a stylesheet."""
    found = (one for one in offences(inline, ".html") if not one.startswith(FRAME_OF_LETTERS))
    house.refuse(found, "Inline styles, scripts or event handlers")


def test_nothing_is_loaded_from_elsewhere() -> None:
    house.refuse(offences(strangers, ".html"), "Resources of other places")


def test_a_template_draws_in_tokens() -> None:
    house.refuse(offences(own_colours, ".html"), "Raw colours in templates")


def test_a_script_neither_runs_text_nor_asks_elsewhere() -> None:
    house.refuse(offences(risky_scripts, ".js"), "Scripts that run text or ask elsewhere")


@pytest.mark.parametrize(
    "template",
    [
        '<p style="color: red">',
        "<style>p { margin: 0 }</style>",
        "<script>alert(1)</script>",
        '<a href="{% url \'home\' %}" onclick="go()">',
        '<a {% if here %}aria-current="page"{% endif %} href="javascript:go()">',
    ],
)
def test_what_is_inline_is_found(template: str) -> None:
    assert list(inline(template))


@pytest.mark.parametrize(
    "template",
    [
        '<img src="https://pictures.example/a.png" alt="">',
        '<link rel="stylesheet" href="//styles.example/a.css">',
        '<source srcset="{{ small }} 1x, http://pictures.example/b.png 2x">',
        '{% if video %}<iframe src="https://video.example/"></iframe>{% endif %}',
    ],
)
def test_what_is_loaded_from_elsewhere_is_found(template: str) -> None:
    assert list(strangers(template))


@pytest.mark.parametrize(
    "template",
    [
        '<a href="https://example.org/">',
        '<link rel="canonical" href="https://colletta.example/it/">',
        '<img src="{% static "ui/mark.svg" %}" alt="">',
        "{% comment %}<script>old()</script>{% endcomment %}",
        '<script type="application/ld+json">{{ facts }}</script>',
    ],
)
def test_a_link_or_linked_data_is_left_alone(template: str) -> None:
    assert [*inline(template), *strangers(template), *own_colours(template)] == []


def test_a_colour_in_a_drawing_and_a_risky_script_are_found() -> None:
    assert list(own_colours('<path fill="#b33">'))
    assert list(risky_scripts("element.innerHTML = text"))
    assert list(risky_scripts("fetch('https://numbers.example/')"))
    assert list(risky_scripts("// see https://example.org/ about eval()\ngo()")) == []
