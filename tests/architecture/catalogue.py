"""Translations as catalogues: the committed one, the compiled one, and what the code asks for."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from tests.architecture import house

LOCALES = house.PACKAGE / "locale"
PLACES = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?[a-z]+[^>]*>")


def sentences_of(path: Path) -> Catalog:
    """The catalogue in a .po file."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def texts(message: Message) -> list[tuple[str, str]]:
    """Each source text with its translation: one pair, or one for each plural form."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    one, many = message.id
    forms = list(message.string or ())
    return list(zip([one, *[many] * (len(forms) - 1)], forms, strict=True))


def faults(message: Message) -> Iterator[str]:
    """What keeps a message from being ready for the screen."""
    if message.fuzzy:
        yield "is a guess (fuzzy)"
    for place, (source, translation) in enumerate(texts(message)):
        if not translation:
            yield "has no translation"
        elif differs(source, translation, may_omit=message.pluralizable and place == 0):
            yield f"has other placeholders or tags than {source!r}: {translation!r}"


def differs(source: str, translation: str, *, may_omit: bool) -> bool:
    """Whether places to fill in, or tags, were lost or invented; "un sostenitore" may omit 1."""
    asked, given = Counter(PLACES.findall(source)), Counter(PLACES.findall(translation))
    return bool(given - asked) or (bool(asked - given) and not may_omit)


def key_of(message: Message) -> tuple[str, str]:
    """What tells two messages apart: the context and the (singular) text."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", text


def asked_for(scratch: Path) -> set[tuple[str, str]]:
    """Every translatable string of the code, by the same extraction as bin/messages."""
    assert shutil.which("xgettext"), 'xgettext is missing: install the package "gettext"'
    skip = shutil.ignore_patterns("locale", "static", "__pycache__")
    copy = Path(shutil.copytree(house.PACKAGE, scratch / "colletta", ignore=skip))
    (copy / "locale").mkdir()
    surroundings = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "it", "--no-location"]
    done = subprocess.run(
        command, cwd=copy, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found = sentences_of(copy / "locale" / "it" / "LC_MESSAGES" / "django.po")
    return {key_of(message) for message in found if message.id}
