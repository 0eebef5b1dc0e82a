"""Rooms: each one sentence, each in its place, foreign keys and tests following the same order."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, Model

from tests.architecture import house

OUTSIDE_THE_MIRROR = {"architecture", "bench", "browser", "concurrency", "stories"}


def faults_of_a_sentence(text: str | None) -> Iterator[str]:
    """What keeps a docstring from being one sentence without "and"."""
    if not text:
        yield "is missing"
        return
    if len(text.strip().splitlines()) > 2 or not text.strip().endswith("."):
        yield "is not one sentence"
    if re.search(r"[.!?]\s+[A-Z]", text.strip()):
        yield "is more than one sentence"
    if re.search(r"\band\b", text, re.IGNORECASE):
        yield 'needs an "and"'


def test_a_room_is_one_sentence() -> None:
    house.refuse(
        (
            f"colletta/{room}/__init__.py: its sentence {fault}"
            for room in house.rooms()
            for fault in faults_of_a_sentence(
                ast.get_docstring(house.syntax(house.PACKAGE / room / "__init__.py"))
            )
        ),
        "Rooms that are not one sentence",
    )


@pytest.mark.parametrize(
    "text", [None, "No full stop", "Pledges and payments.", "Pledges. Also mails."]
)
def test_what_is_not_one_sentence_is_found(text: str | None) -> None:
    assert list(faults_of_a_sentence(text))


def relations() -> Iterator[tuple[str, str, str]]:
    """Each relation of our models: the field, its room, the room it points to."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey | ManyToManyField):
                target = field.related_model
                assert isinstance(target, type)
                yield (f"{model._meta.label}.{field.name}", room_of(model), room_of(target))


def room_of(model: type[Model]) -> str:
    """The room of a model; empty for a model of Django's or a library's."""
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "colletta" else ""


def points_up(source: str, target: str) -> bool:
    """Whether a foreign key from one room to another runs against the order, or sideways."""
    height = house.order()
    return source != target and height[source] <= height[target]


def test_foreign_keys_point_down() -> None:
    house.refuse(
        (
            f"{field}: {source} -> {target}"
            for field, source, target in relations()
            if source and target and points_up(source, target)
        ),
        "Foreign keys that point up or to a neighbour",
    )


def test_a_foreign_key_upwards_or_sideways_is_found() -> None:
    assert points_up("ledger", "pledges")
    assert points_up("campaigns", "payments")
    assert not points_up("pledges", "campaigns")


def test_no_relation_is_generic() -> None:
    house.refuse(
        (
            f"{model._meta.label}.{field.name}"
            for model in apps.get_models()
            for field in model._meta.private_fields
            if room_of(model)
        ),
        "Generic relations",
    )


def test_tests_mirror_the_rooms() -> None:
    folders = {path.relative_to(house.ROOT).parts[1] for path in house.python_files("tests")}
    folders = {name for name in folders if not name.endswith(".py")}
    house.refuse(
        folders - set(house.rooms()) - OUTSIDE_THE_MIRROR,
        "Folders of tests/ without a room in colletta/",
    )
