"""The name of a pledge as people read it out, type it, and write it into a bank transfer.

ISO 11649 (structured creditor reference): "RF", two check digits, then up to 21 characters. The
check digits are those of ISO 7064 MOD 97-10 over the reference, "RF" written as 27 15, then "00".
"""

LETTERS = "2715"  # "RF" in the numbers of ISO 7064: A is 10, Z is 35


def reference_of(number: int) -> str:
    """The reference of a pledge by its number, in groups of four: "RF45 0000 1234"."""
    digits = f"{number:08d}"
    check = 98 - int(f"{digits}{LETTERS}00") % 97
    written = f"RF{check:02d}{digits}"
    return " ".join(written[start : start + 4] for start in range(0, len(written), 4))
