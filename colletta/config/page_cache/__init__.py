"""Public pages, kept whole in front of Django."""

from collections.abc import Callable

from colletta.config.page_cache.cache import Application, PageCache
from colletta.config.page_cache.follower import follow
from colletta.history.freshness import board

__all__ = ["PageCache", "kept_in_front_of"]


def kept_in_front_of(
    django: Application, *, database: str, session_cookie: str, forget: Callable[[], None]
) -> Application:
    """Django with the cache in front, which follows the facts of `database` (an address).

    `forget` empties what a process keeps besides whole pages; it is called after an erasure.
    Where the board cannot be written every page is made anew: slower, and as true.
    """
    known = board()
    if known is None:
        return django
    follow(known, address=database)
    return PageCache(django, board=known, session_cookie=session_cookie, forget=forget)
