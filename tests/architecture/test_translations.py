"""Translations: every sentence of the code, in every language, compiled."""

import gettext
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from django.conf import settings

from tests.architecture import catalogue, house

TRANSLATED = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


@pytest.fixture(params=TRANSLATED)
def source(request: pytest.FixtureRequest) -> Path:
    """The .po file of each language that the code is not written in."""
    return catalogue.LOCALES / str(request.param) / "LC_MESSAGES" / "django.po"


@pytest.fixture
def sentences(source: Path) -> Catalog:
    return catalogue.sentences_of(source)


def test_every_sentence_is_translated(sentences: Catalog) -> None:
    house.refuse(
        (
            f"{message.id!r} {fault}"
            for message in sentences
            if message.id
            for fault in catalogue.faults(message)
        ),
        "Sentences that are not ready",
    )


def test_nothing_obsolete_is_kept(sentences: Catalog) -> None:
    house.refuse(map(str, sentences.obsolete), "Sentences that nobody says any more")


def test_the_compiled_catalogue_is_up_to_date(source: Path, sentences: Catalog) -> None:
    with source.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    house.refuse(
        (
            f"{message.id!r}"
            for message in sentences
            if message.id
            for place, (_, translation) in enumerate(catalogue.texts(message))
            if said(compiled, message, place) != translation
        ),
        "Sentences that are compiled otherwise (run bin/messages)",
    )


def said(compiled: gettext.GNUTranslations, message: Message, place: int) -> str:
    """What the program will say for a message, or for one of its plural forms."""
    number = 1 if place == 0 else 2
    context = message.context
    if isinstance(message.id, str):
        return compiled.pgettext(context, message.id) if context else compiled.gettext(message.id)
    one, many = message.id
    if context:
        return compiled.npgettext(context, one, many, number)
    return compiled.ngettext(one, many, number)


def test_the_catalogue_holds_what_the_code_says(sentences: Catalog, tmp_path: Path) -> None:
    asked = catalogue.asked_for(tmp_path)
    kept = {catalogue.key_of(message) for message in sentences if message.id}
    house.refuse(map(repr, asked - kept), "Sentences that are not in the catalogue (bin/messages)")
    house.refuse(map(repr, kept - asked), "Sentences that the code does not say (bin/messages)")


@pytest.mark.parametrize(
    "message",
    [
        Message("Pledge", ""),
        Message("Pledge", "Sostegno", flags={"fuzzy"}),
        Message("%(sum)s raised", "raccolti"),
        Message("Hello {name}", "Ciao {nome}"),
        Message("See <a>the books</a>", "Vedi i conti"),
        Message(("%(n)s supporter", "%(n)s supporters"), ("Un sostenitore", "sostenitori")),
    ],
)
def test_a_sentence_that_is_not_ready_is_found(message: Message) -> None:
    assert list(catalogue.faults(message))


@pytest.mark.parametrize(
    "message",
    [
        Message("%(sum)s of %(target)s", "%(target)s, di cui %(sum)s"),
        Message(("%(n)s supporter", "%(n)s supporters"), ("Un sostenitore", "%(n)s sostenitori")),
    ],
)
def test_a_sentence_that_is_ready_is_accepted(message: Message) -> None:
    assert list(catalogue.faults(message)) == []
