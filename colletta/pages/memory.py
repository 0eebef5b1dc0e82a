"""What a process keeps of pages, emptied after somebody was erased."""

from django.core.cache import caches

from colletta.pages.campaign.told import forget_told
from colletta.pages.meta import words_of


def forget_pages() -> None:
    """No part of a page is kept in this process."""
    caches["fragments"].clear()
    forget_told()
    words_of.cache_clear()
