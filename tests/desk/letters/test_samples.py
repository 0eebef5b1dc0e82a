"""No letter is written that the desk cannot look at first."""

from pathlib import Path

import pytest

import colletta
from colletta.desk.letters.preview import preview_of
from colletta.desk.letters.samples import SAMPLES
from colletta.mail.kinds import KINDS

PACKAGE = Path(colletta.__file__).parent


def templates_on_disk() -> set[str]:
    """The folder of every letter, as write_letter names it."""
    subjects = PACKAGE.glob("*/templates/**/subject.txt")
    return {str(path.parent).partition("/templates/")[2] for path in subjects}


def test_every_letter_on_disk_has_a_sample_and_no_sample_is_left_over() -> None:
    shown = {sample.template for samples in SAMPLES.values() for sample in samples}
    assert shown == templates_on_disk()
    assert len(shown) > 30


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(KINDS)


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_sample_is_whole_in_both_languages_and_needs_no_row(kind: str, language: str) -> None:
    for number in range(len(SAMPLES[kind])):
        preview = preview_of(kind, language=language, number=number)
        assert preview.subject
        assert f'<html lang="{language}">' in preview.html
        for said in (preview.subject, preview.text, preview.html):
            assert "None" not in said
            assert "“”" not in said
            assert "«»" not in said
        assert preview.text.count("\n") > 4
        other = "Ciao" if language == "en" else "Hello"
        assert not preview.text.startswith(other)


@pytest.mark.parametrize("kind", sorted(name for name, kind in KINDS.items() if kind.topic))
def test_what_can_be_switched_off_says_so_in_text_and_html(kind: str) -> None:
    preview = preview_of(kind, language="en")
    for said in (preview.text, preview.html):
        assert "Stop letters of this kind" in said
        assert f"/{KINDS[kind].topic}/end/" in said
