"""What a text must be to stand on a page."""

import pytest
from django.core.exceptions import ValidationError

from colletta.community.spam import clean_text


def test_a_text_is_kept_as_typed_but_for_its_edges() -> None:
    typed = "  Ciao a tutt*!  \r\n\r\n\r\n\r\nCi vediamo\tsabato 🌱 "
    assert clean_text(typed) == "Ciao a tutt*!\n\nCi vediamo\tsabato 🌱"


@pytest.mark.parametrize("typed", ["", " \n ", "…", "ciao\x00", "ciao \u202eoaic", "ciao \x1b[31m"])
def test_what_no_page_can_show_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        clean_text(typed)


def test_two_links_are_enough() -> None:
    link = "https://esempio.example/a"
    assert clean_text(f"{link} e {link}")
    with pytest.raises(ValidationError, match="At most 2 links"):
        clean_text(f"{link} {link} www.esempio.example")
