"""The kept pages of one process, the longest unused going first."""

from collections import OrderedDict
from threading import Lock

from colletta.config.page_cache.kept import Kept
from colletta.config.page_cache.question import Question

MOST_PAGES = 5_000
MOST_BYTES = 64 * 1024 * 1024


class Shelf:
    """Pages by the question they answer, bounded in number and in memory."""

    def __init__(self, *, most_pages: int = MOST_PAGES, most_bytes: int = MOST_BYTES) -> None:
        self._most_pages = most_pages
        self._most_bytes = most_bytes
        self._pages: OrderedDict[Question, Kept] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, question: Question) -> Kept | None:
        """The page, which is now the last to go."""
        with self._lock:
            page = self._pages.get(question)
            if page is not None:
                self._pages.move_to_end(question)
            return page

    def put(self, question: Question, page: Kept) -> None:
        """Keep a page in the place of an earlier one; older ones make room."""
        with self._lock:
            self._drop(question)
            self._pages[question] = page
            self._bytes += page.size
            while len(self._pages) > self._most_pages or self._bytes > self._most_bytes:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        """No page is kept any more."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, question: Question) -> None:
        page = self._pages.pop(question, None)
        if page is not None:
            self._bytes -= page.size
