"""The cache: plain WSGI around Django, so that a kept page costs no framework."""

import time
from collections.abc import Callable, Iterable
from typing import Any

from colletta.config.page_cache.answer import Answer
from colletta.config.page_cache.kept import Headers, Kept, kept_page
from colletta.config.page_cache.question import Environment, Question, question_of
from colletta.config.page_cache.shelf import Shelf
from colletta.history.freshness import FORGOTTEN, HEADER, Board, numbers_in

SECONDS = 20  # the time left that a page tells is never older; a closing shows after as many
# A visitor who has an older copy gets a whole page from Django, or nothing new from the cache.
CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"}

Begin = Callable[..., Any]
Application = Callable[[Environment, Begin], Iterable[bytes]]


class PageCache:
    """Answers a public page from memory while no newer fact tells about what it shows.

    A page is kept when Django calls it public, sets no cookie and answers 200. The board is read
    before the page is made: a fact that is committed meanwhile makes it old at once.
    """

    def __init__(
        self,
        django: Application,
        *,
        board: Board,
        session_cookie: str,
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        """`forget` empties what this process keeps elsewhere of what pages told."""
        self._django = django
        self._board = board
        self._session_cookie = session_cookie
        self._forget = forget
        self._forgotten = board.numbers([FORGOTTEN])
        self._shelf = Shelf()

    def __call__(self, environment: Environment, begin: Begin) -> Iterable[bytes]:
        self._forget_who_was_erased()
        question = question_of(environment, session_cookie=self._session_cookie)
        if question is None:
            return self._django(environment, _without_subjects(begin))
        kept = self._shelf.get(question)
        if kept is None or not self._is_true(kept):
            return self._made(question, environment, begin)
        return _send(kept, environment, begin)

    def _forget_who_was_erased(self) -> None:
        """An old page is never shown, but its words would stay in memory until others need it."""
        if (forgotten := self._board.numbers([FORGOTTEN])) != self._forgotten:
            self._forgotten = forgotten
            self._shelf.clear()
            self._forget()

    def _is_true(self, kept: Kept) -> bool:
        in_time = time.monotonic() < kept.until
        return in_time and self._board.numbers(kept.subjects) == kept.numbers

    def _made(self, question: Question, environment: Environment, begin: Begin) -> Iterable[bytes]:
        earlier = self._board.as_it_stands()
        asked = {key: value for key, value in environment.items() if key not in CONDITIONS}
        answer = Answer.of(self._django, asked | {"REQUEST_METHOD": "GET"})
        if not answer.is_for_everybody():
            begin(answer.status, answer.headers)
            return [answer.body] if environment["REQUEST_METHOD"] == "GET" else []
        kept = kept_page(
            answer.headers,
            answer.body,
            subjects=answer.subjects,
            numbers=numbers_in(earlier, answer.subjects),
            until=time.monotonic() + SECONDS,
        )
        self._shelf.put(question, kept)
        return _send(kept, environment, begin)


def _send(kept: Kept, environment: Environment, begin: Begin) -> Iterable[bytes]:
    form = kept.form(environment.get("HTTP_ACCEPT_ENCODING", ""))
    if kept.etag in environment.get("HTTP_IF_NONE_MATCH", ""):
        begin("304 Not Modified", _without_body(form.headers))
        return []
    begin("200 OK", form.headers)
    return [form.body] if environment["REQUEST_METHOD"] == "GET" else []


def _without_subjects(begin: Begin) -> Begin:
    """What a page is about is said to this cache alone."""

    def said(status: str, headers: Headers, *more: Any) -> Any:
        return begin(status, [one for one in headers if one[0] != HEADER], *more)

    return said


def _without_body(headers: Headers) -> Headers:
    about_the_body = {"Content-Length", "Content-Encoding", "Content-Type"}
    return [one for one in headers if one[0] not in about_the_body]
