"""A text is told in the page's language, else in its original, else in whichever there is."""

import pytest

from colletta.ui.languages import Told, elided, tell


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"it": "ciao", "en": "hello"}, Told("hello", "en")),
        ({"it": "ciao", "de": "hallo"}, Told("ciao", "it")),
        ({"de": "hallo"}, Told("hallo", "de")),
        ({"en": "", "it": "ciao"}, Told("ciao", "it")),
        ({}, Told("", "en")),
    ],
)
def test_the_nearest_text_is_told(texts: dict[str, str], told: Told) -> None:
    assert tell(texts, language="en", original="it") == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fino al 11 maggio", "fino all’11 maggio"),
        ("il 8 maggio", "l’8 maggio"),
        ("il 80 % dell’obiettivo", "l’80 % dell’obiettivo"),
        ("dal 18 al 28 maggio", "dal 18 al 28 maggio"),
        ("il 110 % dell’obiettivo", "il 110 % dell’obiettivo"),
        ("until 11 May", "until 11 May"),
    ],
)
def test_an_italian_article_gives_way_to_eight_and_eleven(text: str, said: str) -> None:
    assert elided(text) == said
