"""The cache in front of Django: quick, and never other than Django would answer now."""

import gzip
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import brotli
import pytest

from colletta.config.page_cache import PageCache
from colletta.config.page_cache.cache import SECONDS
from colletta.history.freshness import HEADER, Board

NOON = datetime(2026, 5, 25, 12, tzinfo=UTC)
PUBLIC = "public, max-age=0, must-revalidate"
Answer = tuple[str, dict[str, str], bytes]


class Pages:
    """A site behind the cache: the test sets what it answers; it counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.status = "200 OK"
        self.headers = {"Cache-Control": PUBLIC, "Content-Type": "text/html"}
        self.meanwhile: Callable[[], None] = lambda: None

    def __call__(self, environment: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
        self.asked += 1
        self.meanwhile()
        begin(self.status, list(self.headers.items()))
        return [f"page {self.asked}".encode()]


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Board(tmp_path / "freshness")


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def forgotten() -> list[str]:
    """One word for each time that the process was told to forget."""
    return []


@pytest.fixture
def ask(pages: Pages, board: Board, forgotten: list[str]) -> Callable[..., Answer]:
    cache = PageCache(
        pages,
        board=board,
        session_cookie="colletta_session",
        forget=lambda: forgotten.append("now"),
    )

    def asked(path: str = "/it/", method: str = "GET", **more: str) -> Answer:
        begun: list[Any] = []
        environment = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_HOST": "here", **more}
        parts = cache(environment, lambda status, headers, *_: begun.extend([status, headers]))
        return begun[0], dict(begun[1]), b"".join(parts)

    return asked


def test_a_public_page_is_made_once(pages: Pages, ask: Callable[..., Answer]) -> None:
    assert ask()[2] == ask()[2] == b"page 1"
    assert pages.asked == 1


def test_a_new_fact_is_on_the_very_next_page(board: Board, ask: Callable[..., Answer]) -> None:
    ask()
    board.tell(7, at=NOON, subjects=["campaign:1"])
    assert ask()[2] == b"page 2"


def test_a_page_about_one_campaign_outlives_facts_about_another(
    pages: Pages, board: Board, ask: Callable[..., Answer]
) -> None:
    pages.headers["X-Page-Subjects"] = "campaign:1 organisation:1"
    ask()
    board.tell(7, at=NOON, subjects=["campaign:2"])
    assert ask()[2] == b"page 1"
    board.tell(8, at=NOON, subjects=["organisation:1"])
    assert ask()[2] == b"page 2"


def test_what_it_is_about_is_told_to_nobody(pages: Pages, ask: Callable[..., Answer]) -> None:
    pages.headers["X-Page-Subjects"] = "campaign:1"
    assert "X-Page-Subjects" not in ask()[1]
    assert "X-Page-Subjects" not in ask(HTTP_COOKIE="colletta_session=ada")[1]
    pages.status = "404 Not Found"
    assert "X-Page-Subjects" not in ask("/it/other/")[1]


def test_a_fact_that_is_committed_while_the_page_is_made_makes_it_old(
    pages: Pages, board: Board, ask: Callable[..., Answer]
) -> None:
    pages.meanwhile = lambda: board.tell(7, at=NOON, subjects=["campaign:1"])
    ask()
    pages.meanwhile = lambda: None
    assert ask()[2] == b"page 2"


def test_a_page_is_made_again_after_a_while(
    monkeypatch: pytest.MonkeyPatch, ask: Callable[..., Answer]
) -> None:
    ask()
    monkeypatch.setattr("time.monotonic", lambda: 10.0**9 + SECONDS)
    assert ask()[2] == b"page 2"


@pytest.mark.parametrize(
    "more",
    [
        {"HTTP_COOKIE": "a=b; colletta_session=bruno"},
        {"method": "POST"},
        {"path": "/media/a.webp"},
    ],
)
def test_what_is_not_for_everybody_goes_to_django(
    pages: Pages, ask: Callable[..., Answer], more: dict[str, str]
) -> None:
    ask(**more)
    assert ask(**more)[2] == b"page 2"


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", {}),
        ("200 OK", {"Cache-Control": "private, no-store"}),
        ("200 OK", {"Set-Cookie": "a=b"}),
        ("200 OK", {"Vary": "Accept-Language"}),
    ],
)
def test_what_django_does_not_call_public_is_not_kept(
    pages: Pages, ask: Callable[..., Answer], status: str, headers: dict[str, str]
) -> None:
    pages.status = status
    pages.headers |= headers
    ask()
    said, _, body = ask()
    assert (said, body) == (status, b"page 2")


def test_another_query_host_or_path_is_another_page(ask: Callable[..., Answer]) -> None:
    ask()
    assert ask(QUERY_STRING="page=2")[2] == b"page 2"
    assert ask(HTTP_HOST="there")[2] == b"page 3"
    assert ask("/en/")[2] == b"page 4"


def test_it_travels_in_the_form_that_the_visitor_reads(ask: Callable[..., Answer]) -> None:
    small = ask(HTTP_ACCEPT_ENCODING="gzip, deflate, br")
    assert small[1]["Content-Encoding"] == "br"
    assert brotli.decompress(small[2]) == b"page 1"
    zipped = ask(HTTP_ACCEPT_ENCODING="gzip")
    assert gzip.decompress(zipped[2]) == b"page 1"
    assert "Content-Encoding" not in ask()[1]
    assert small[1]["Vary"] == "Accept-Encoding, Cookie"


def test_whoever_has_the_page_already_gets_nothing_new(ask: Callable[..., Answer]) -> None:
    etag = ask()[1]["ETag"]
    status, headers, body = ask(HTTP_IF_NONE_MATCH=etag)
    assert (status, body) == ("304 Not Modified", b"")
    assert "Content-Length" not in headers


def test_a_head_gets_the_same_headers_without_the_page(
    pages: Pages, ask: Callable[..., Answer]
) -> None:
    _, headers, body = ask(method="HEAD")
    assert (headers["Content-Length"], body) == ("6", b"")
    assert ask()[2] == b"page 1"
    assert pages.asked == 1


def test_A52_after_an_erasure_a_process_keeps_nothing_in_memory(
    pages: Pages, ask: Callable[..., Answer], board: Board, forgotten: list[str]
) -> None:
    pages.headers |= {HEADER: "campaign:42"}
    ask("/it/campaigns/orto/")
    assert forgotten == []
    board.tell(7, at=NOON, subjects=["memory:pages"])
    ask("/it/campaigns/altro/")
    assert forgotten == ["now"]
    asked = pages.asked
    ask("/it/campaigns/orto/")
    assert pages.asked == asked + 1
    assert forgotten == ["now"]
