"""What is asked of a kept page, read from the request without Django."""

from typing import Any, NamedTuple

Environment = dict[str, Any]


# Files are large, never change, and are quick as they are.
FILES = ("/static/", "/media/")


class Question(NamedTuple):
    """All that an answer depends on."""

    host: str
    path: str
    query: str


def question_of(environment: Environment, *, session_cookie: str) -> Question | None:
    """The question of an anonymous visitor; None where only Django can answer.

    Whoever has a session gets pages made for them. No other cookie changes a public page.
    """
    if environment["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return None
    if session_cookie in environment.get("HTTP_COOKIE", ""):
        return None
    path = environment.get("PATH_INFO", "")
    if path.startswith(FILES):
        return None
    return Question(
        environment.get("HTTP_HOST", ""),
        path,
        environment.get("QUERY_STRING", ""),
    )
