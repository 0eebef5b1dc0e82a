"""Answers read as a visitor or a machine reads them."""

import json
import re
from html import unescape
from typing import Any

# What a test client answers with; the types of the framework have only a private name for it.
Answer = Any


def titles_of_cards(answer: Answer) -> list[str]:
    """The titles of the campaigns on a page, in their order."""
    found = re.findall(r'campaign-card__title"[^>]*><a [^>]*>([^<]*)<', answer.content.decode())
    return [unescape(title) for title in found]


def addresses_of_cards(answer: Answer) -> list[str]:
    """Where the cards of a page lead, in their order."""
    return re.findall(r'campaign-card__title"[^>]*><a href="([^"]*)"', answer.content.decode())


def words_of(answer: Answer) -> str:
    """The text of a page, without its tags, with single blanks."""
    body = answer.content.decode().partition("<body")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).replace("\xa0", " ").split())


def meta_of(answer: Answer, name: str) -> list[str]:
    """The contents of the meta elements of a name or property."""
    pattern = rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)"'
    return [unescape(content) for content in re.findall(pattern, answer.content.decode())]


def links_of(answer: Answer, relation: str) -> dict[str, str]:
    """Addresses of the head's links with a relation, by language ("" where none is named)."""
    pattern = rf'<link rel="{relation}"(?: hreflang="([^"]*)")? href="([^"]*)"'
    return dict(re.findall(pattern, answer.content.decode()))


def facts_of(answer: Answer) -> Any:
    """The linked data of a page."""
    pattern = r'<script type="application/ld\+json">(.*?)</script>'
    (found,) = re.findall(pattern, answer.content.decode(), re.DOTALL)
    return json.loads(found)
