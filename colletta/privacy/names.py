"""The names under which somebody is known here, to find them in letters to others."""

import re
from collections.abc import Iterable

from django.utils.html import escape

from colletta.community.models import Comment, Conversation
from colletta.pledges.models import Pledge
from colletta.privacy.subject import Subject

SHORTEST = 2  # signs


def names_of(subject: Subject) -> set[str]:
    """As typed, each once."""
    found = set(Pledge.objects.filter(subject.own()).values_list("name", flat=True))
    if subject.person is not None:
        found.add(subject.person.name)
        found |= set(Comment.objects.filter(person=subject.person).values_list("name", flat=True))
        begun = Conversation.objects.filter(person=subject.person)
        found |= set(begun.values_list("name", flat=True))
    return {name for name in found if len(name) >= SHORTEST}


def pattern_of(words: Iterable[str]) -> str:
    """What finds any of these words, whole, as typed or as HTML; PostgreSQL's own writing.

    The signs on both sides are its first and third group. Without words it finds nothing.
    """
    written = {form for word in words if word for form in (word, escape(word))}
    longest_first = sorted(written, key=lambda word: (-len(word), word))
    return rf"(^|\W)({'|'.join(re.escape(word) for word in longest_first)})(?=\W|$)"
