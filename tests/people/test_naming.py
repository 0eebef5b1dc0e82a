"""Names as people may give them."""

import pytest
from django.core.exceptions import ValidationError

from colletta.people.naming import clean_name


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Ada",
            "Dr. J.R. Rossi",
            "李小龍",
            "  Ada \n Neri ",
            "O’Brien-Wöß",
            "M.De Luca",
            "A.DeRossi",
        ),
        *("Circolo Aurora A.S.D.", "Aurora S.r.l.", "Soc.Coop. Aurora", "Sig.na Neri", "St.Pölten"),
    ],
)
def test_a_name_stays_what_it_is_in_one_line(name: str) -> None:
    assert clean_name(name) == " ".join(name.split())


@pytest.mark.parametrize(
    "name",
    ["Vinci su https://posta.example", "WWW.posta.example", "-", "a\0b"]
    + ["premi.it", "Vinci su PREMI.com!", "premi.it/ada", "ada@premi.it", "X.It/ada", "premi。it"]
    + [f"Ada{mark}Neri" for mark in "\u202a\u202e\u2066\u2069"],
)
def test_A31_what_letters_to_strangers_would_carry_is_no_name(name: str) -> None:
    with pytest.raises(ValidationError):
        clean_name(name)
