"""The files of a call's folder."""

from collections.abc import Iterator, Mapping
from typing import Any

from colletta.folders.reading.folder import FORMAT
from colletta.folders.writing.documents import Value, document, instant, told
from colletta.folders.writing.matches import rule_values
from colletta.matching.models import Call, CallState


def call_files(call: Call) -> dict[str, bytes]:
    """The contents of every file by its name."""
    texts = told(call.texts)
    return {
        "call.toml": document(_tables(call)).encode(),
        **{f"text.{language}.txt": f"{text}\n".encode() for language, text in texts.items()},
    }


def _tables(call: Call) -> Iterator[tuple[str, Mapping[str, Value]]]:
    rule = call.rule
    yield "", {"format": FORMAT}
    yield "[call]", _terms(call)
    yield "[partner]", {"name": call.partner.name.strip(), "place": call.partner.place.strip()}
    version = rule.version if rule.version > 1 else None
    yield "[rule]", {**rule_values(rule, call.currency), "version": version}
    for question in call.questions:
        yield "[[question]]", _question(question)


def _terms(call: Call) -> dict[str, Value]:
    assert call.opens_at is not None, "the database holds the opening of a call with an address"
    return {
        "slug": call.slug,
        "title": told(call.titles),
        "state": call.state if call.state != CallState.DRAFT else None,
        "currency": call.currency,
        "language": call.language,
        "opens": instant(call.opens_at),
        "closes": instant(call.closes_at) if call.closes_at else None,
        "pool": call.pool.major(),
        "claw_back_days": call.claw_back_days,
    }


def _question(question: dict[str, Any]) -> dict[str, Value]:
    return {
        "key": question["key"],
        "label": told(question["label"]),
        "kind": question["kind"],
        "required": bool(question.get("required")) or None,
    }
