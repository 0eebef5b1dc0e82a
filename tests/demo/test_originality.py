"""The demonstration has the shape of the real campaign, never its words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from colletta.demo.loading import folders
from tests.demo.shelf import phrases, read, texts_of
from tests.folders.workbench import SEED, needs_seed

WORDS = 5  # shorter runs are the language's own


def words_of_the_real_campaign() -> Iterator[str]:
    """Its folder, and the page it was read from."""
    yield from texts_of(read(SEED))
    for page in SEED.parent.glob("*.txt"):
        yield page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "folder", [pytest.param(folder, marks=needs_seed, id=folder.name) for folder in folders()]
)
def test_no_phrase_of_the_real_campaign_is_used(folder: Path) -> None:
    real = phrases(words_of_the_real_campaign(), words=WORDS)
    assert phrases(texts_of(read(folder)), words=WORDS) & real == set()


@pytest.mark.parametrize("seed", [pytest.param(SEED, marks=needs_seed, id="seed")])
def test_no_supporter_of_the_real_campaign_is_used(seed: Path) -> None:
    real = read(seed).gifts
    ours = [gift for folder in folders() for gift in read(folder).gifts]
    assert {gift.email for gift in ours} & {gift.email for gift in real} == set()
    assert {gift.name for gift in ours} & {gift.name for gift in real} == set()
    assert {gift.message for gift in ours} & {gift.message for gift in real} == {""}


def test_a_borrowed_phrase_is_found_whatever_its_marks() -> None:
    ours = phrases(["Ieri, al <em>cortile</em>: «tre pomeriggi a settimana» bastano."], words=4)
    assert phrases(["Tre pomeriggi a settimana"], words=4) <= ours
