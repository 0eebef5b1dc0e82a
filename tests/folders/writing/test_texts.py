"""Stories, owners and updates as files."""

from datetime import UTC, datetime

from colletta.community.models import Readers, Update
from colletta.folders.writing.texts import page_of, text_files


def test_each_language_in_which_something_is_said_is_a_file() -> None:
    assert text_files("story", {"it": "<p>Ciao.</p>", "en": ""}) == {"story.it.md": b"Ciao.\n"}


def test_an_update_begins_with_its_title_and_date() -> None:
    update = Update(
        name="primo",
        titles={"it": 'Il "primo": letto'},
        texts={"it": "<p>Ecco.</p>"},
        published_at=datetime(2026, 5, 1, 8, 0, tzinfo=UTC),
    )
    assert page_of(update, "it") == (
        '---\ntitle: "Il \\"primo\\": letto"\nat: 2026-05-01T08:00:00+00:00\n---\nEcco.\n'
    )


def test_whom_it_is_for_is_said_unless_for_everybody() -> None:
    update = Update(
        name="tra-noi",
        titles={"it": "Tra noi"},
        texts={"it": "<p>Ecco.</p>"},
        published_at=datetime(2026, 5, 1, 8, 0, tzinfo=UTC),
        readers=Readers.SUPPORTERS,
    )
    assert "\nfor: supporters\n---\n" in page_of(update, "it")
