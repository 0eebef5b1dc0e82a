"""Rows as psql prints them."""

from colletta.cli.tables import table


def test_numbers_stand_on_the_right_and_words_on_the_left() -> None:
    rows = [["7", "Ada"], ["3531", "Bruno"]]
    assert table(["sum", "name"], rows, [True, False]) == (
        " sum  | name  \n------+-------\n    7 | Ada\n 3531 | Bruno\n(2 rows)\n"
    )


def test_no_rows_are_said_to_be_none() -> None:
    assert table(["name"], [], [False]) == " name \n------\n(0 rows)\n"


def test_a_row_without_columns_is_counted() -> None:
    assert table([], [[]], []) == "\n\n(1 row)\n"
