"""The reference of a pledge survives being read out and typed."""

import pytest

from colletta.pledges.reference import is_reference, reference_of


def test_the_example_of_the_standard() -> None:
    assert is_reference("RF18 5390 0754 7034")


@pytest.mark.parametrize("number", [1, 42, 99_999_999, 123_456_789_012])
def test_a_reference_is_one(number: int) -> None:
    assert is_reference(reference_of(number))


def test_one_wrong_digit_or_two_exchanged_are_found() -> None:
    right = reference_of(10_203_047).replace(" ", "")
    for place in range(2, len(right)):
        wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
        assert not is_reference(wrong)
    assert not is_reference(right[:-2] + right[-1] + right[-2])


@pytest.mark.parametrize("text", ["", "RF", "DE18 5390", "RF1８5390", "RF18 5390x"])
def test_what_is_no_reference(text: str) -> None:
    assert not is_reference(text)
