"""The reference of a pledge survives being read out and typed."""

import pytest

from colletta.pledges.reference import reference_of


def test_the_example_of_the_standard() -> None:
    assert fits("RF18 5390 0754 7034")


@pytest.mark.parametrize("number", [1, 42, 99_999_999, 123_456_789_012])
def test_a_reference_is_one(number: int) -> None:
    assert fits(reference_of(number))


def test_one_wrong_digit_or_two_exchanged_are_found() -> None:
    right = reference_of(10_203_047).replace(" ", "")
    for place in range(2, len(right)):
        wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
        assert not fits(wrong)
    assert not fits(right[:-2] + right[-1] + right[-2])


def fits(reference: str) -> bool:
    """Whether the check digits fit, as ISO 11649 says: A is 10, so "RF" is 27 15."""
    written = reference.replace(" ", "")
    return int(f"{written[4:]}2715{written[2:4]}") % 97 == 1
