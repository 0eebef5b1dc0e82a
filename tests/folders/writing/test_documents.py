"""TOML that any reader of TOML understands."""

import tomllib
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from colletta.folders.writing.documents import document, instant, quoted, told


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    assert tomllib.loads(f"key = {quoted(text)}") == {"key": text}


def test_languages_are_dotted_keys_and_tables_stand_apart() -> None:
    written = document([
        ("", {"format": 1}),
        ("[campaign]", {"title": {"it": "Orto", "en": 'A "garden"'}, "sdgs": [1, 4]}),
    ])
    assert written == (
        'format = 1\n\n[campaign]\ntitle.en = "A \\"garden\\""\ntitle.it = "Orto"\nsdgs = [1, 4]\n'
    )


def test_what_is_not_there_is_not_written() -> None:
    assert document([("[a]", {"x": None, "y": "", "z": {}}), ("[b]", {"no": False})]) == (
        "[b]\nno = false\n"
    )


def test_a_text_of_blanks_is_no_text() -> None:
    assert told({"it": "  ", "en": " a "}) == {"en": "a"}


def test_an_instant_is_as_exact_as_it_is_kept() -> None:
    assert instant(datetime(2026, 5, 1, 8, 0, 0, 25, UTC)) == "2026-05-01T08:00:00.000025+00:00"
