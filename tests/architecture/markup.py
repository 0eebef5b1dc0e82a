"""A Django template read as the HTML around its tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
COMMENT = re.compile(r"{%\s*comment\b.*?endcomment\s*%}", re.DOTALL)


@dataclass(frozen=True)
class Element:
    """A start tag with its attributes. What a template tag would print reads `…`."""

    name: str
    attributes: dict[str, str]
    line: int


class Reader(HTMLParser):
    """Collects the start tags of a template."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.found.append(Element(tag, attributes, self.getpos()[0]))


def elements(template: str) -> list[Element]:
    """Every start tag of a template, both branches of a condition included."""
    without = COMMENT.sub(blank, template)
    reader = Reader()
    reader.feed(TAG.sub(blank, without))
    reader.close()
    return reader.found


def blank(match: re.Match[str]) -> str:
    """What stands for a template tag: a value for `{{ }}`, else a space; lines stay in place."""
    return ("…" if match[0].startswith("{{") else " ") + "\n" * match[0].count("\n")


def loaded(element: Element) -> Iterator[str]:
    """Addresses that a browser fetches because of an element, without a click."""
    by_name = {
        "script": ("src",),
        "iframe": ("src",),
        "img": ("src", "srcset"),
        "source": ("src", "srcset"),
        "video": ("src", "poster"),
        "audio": ("src",),
        "track": ("src",),
        "embed": ("src",),
        "object": ("data",),
        "link": ("href",),
        "use": ("href", "xlink:href"),
        "image": ("href", "xlink:href"),
    }
    relation = element.attributes.get("rel", "").lower().split()
    if element.name == "link" and {"canonical", "alternate", "license"} & set(relation):
        return
    for attribute in by_name.get(element.name, ()):
        if value := element.attributes.get(attribute, ""):
            yield from (part.strip() for part in value.split(",") if part.strip())
