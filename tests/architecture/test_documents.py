"""Documents: links that lead somewhere, decisions that fit on a page."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import house

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
MOST_LINES_OF_A_DECISION = 30


def documents() -> list[Path]:
    return [path for path in house.files_of(".md", under="") if "demo" not in path.parts]


def dead_links(path: Path, text: str) -> Iterator[str]:
    """Relative links of a document that lead to no file."""
    for target in LINK.findall(text):
        place = target.split("#")[0]
        if place and ":" not in place and not (path.parent / place).exists():
            yield f"{house.name_of(path)}: {target}"


def test_a_link_leads_to_a_file() -> None:
    texts = ((path, path.read_text(encoding="utf-8")) for path in documents())
    house.refuse((link for path, text in texts for link in dead_links(path, text)), "Dead links")


def test_a_dead_link_is_found() -> None:
    readme = house.ROOT / "README.md"
    assert list(dead_links(readme, "[the law](NOWHERE.md)"))
    assert not list(dead_links(readme, "[the law](STYLE.md#names)"))


def test_a_decision_is_its_title_and_fits_on_a_page() -> None:
    decisions = house.files_of(".md", under="docs/decisions")
    assert decisions
    for path in decisions:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= MOST_LINES_OF_A_DECISION, house.name_of(path)
        assert re.fullmatch(r"# (\S+ ){2,}\S+[^.\s]", lines[0]), (
            f"{house.name_of(path)}: {lines[0]}"
        )
