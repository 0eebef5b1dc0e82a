"""The shelf of kept pages is bounded."""

from colletta.config.page_cache.kept import Kept, kept_page
from colletta.config.page_cache.question import Question
from colletta.config.page_cache.shelf import Shelf


def question(number: int) -> Question:
    return Question("here", f"/it/{number}/", "")


def page(body: bytes = b"page") -> Kept:
    return kept_page([], body, subjects=("site",), numbers=(0,), until=0.0)


def test_the_longest_unused_page_makes_room() -> None:
    shelf = Shelf(most_pages=2)
    for number in (1, 2):
        shelf.put(question(number), page())
    shelf.get(question(1))
    shelf.put(question(3), page())
    assert shelf.get(question(2)) is None
    assert shelf.get(question(1)) is not None


def test_large_pages_make_room_sooner() -> None:
    large = page(bytes(range(256)) * 40)
    shelf = Shelf(most_bytes=2 * large.size)
    for number in (1, 2, 3):
        shelf.put(question(number), large)
    assert shelf.get(question(1)) is None
    assert shelf.get(question(3)) is not None


def test_a_page_that_is_put_again_takes_its_own_place() -> None:
    shelf = Shelf(most_bytes=2 * page().size)
    for _ in range(5):
        shelf.put(question(1), page())
    shelf.put(question(2), page())
    assert shelf.get(question(1)) is not None
