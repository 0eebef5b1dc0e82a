"""A method of paying that a person saved, to be charged later without them."""

from dataclasses import dataclass

# What a charge of the saved method does, until it is told otherwise.
BEHAVIOURS = ("succeed", "card_declined", "expired_card", "authentication_required", "pend")


@dataclass(frozen=True)
class Saved:
    """Made by the confirmation of the payment it names."""

    id: str
    payment: str
    created: int
    behaviour: str = "succeed"
    withdrawn: bool = False
