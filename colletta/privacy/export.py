"""Everything that is somebody's, as a file that people and programs read."""

import json
from functools import reduce
from io import BytesIO
from pathlib import PurePath
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils.translation import override

from colletta.pictures.shelf import content_of
from colletta.privacy.holding import Holding
from colletta.privacy.registry import ROOMS
from colletta.privacy.rooms import people
from colletta.privacy.rooms.campaigns import pictures_of
from colletta.privacy.subject import Subject
from colletta.privacy.words import WORDS

Rows = list[dict[str, Any]]


def holdings_of(subject: Subject) -> dict[str, dict[str, Rows]]:
    """Room -> kind of thing -> rows, without what is empty."""
    found = {}
    for room in ROOMS:
        holdings = [*room.HOLDINGS, *([people.PERSON] if room is people else [])]
        rows = {one.name: _rows(one, subject) for one in holdings if one.told}
        if kept := {name: listed for name, listed in rows.items() if listed}:
            found[room.__name__.rpartition(".")[2]] = kept
    return found


def archive_of(subject: Subject) -> bytes:
    """A ZIP file: a page to begin with, a file of JSON for each room, their pictures.

    Instants are ISO 8601 in UTC, sums in minor units beside their currency.
    """
    held = holdings_of(subject)
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _readme(subject, held))
        for room, rows in held.items():
            written = json.dumps(rows, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
            archive.writestr(f"{room}.json", written + "\n")
        for picture in pictures_of(subject).exclude(master="").order_by("pk"):
            name = f"pictures/{picture.pk}{PurePath(picture.master).suffix}"
            archive.writestr(name, content_of(picture.master))
    return content.getvalue()


def counted(held: dict[str, dict[str, Rows]]) -> list[tuple[str, int, object]]:
    """Each room with how much of it is theirs, and in words what that is."""
    return [(room, sum(map(len, rows.values())), WORDS[room]) for room, rows in held.items()]


def _rows(holding: Holding, subject: Subject) -> Rows:
    """A path over a relation is named by what it leads to: campaign__slug is the campaign."""
    found = holding.theirs(subject).order_by("pk").values(*holding.told)
    ends = ("__slug", "__name")
    names = {path: reduce(str.removesuffix, ends, path) for path in holding.told}
    return [{names[path].replace("__", "_"): value for path, value in row.items()} for row in found]


def _readme(subject: Subject, held: dict[str, dict[str, Rows]]) -> str:
    with override(subject.language):
        context = {"rooms": counted(held), "site_name": settings.SITE_NAME}
        return render_to_string("privacy/export/readme.txt", context)
