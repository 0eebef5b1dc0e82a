"""A text is told in the page's language, else in its original, else in whichever there is."""

import pytest

from colletta.ui.languages import Told, tell


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
