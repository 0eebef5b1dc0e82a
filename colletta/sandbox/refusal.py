"""Everything that the company refuses, by its stable code."""

from dataclasses import dataclass

from colletta.sandbox.nouns.payment import Payment

# Code: the status it is answered with, and what it says.
CODES: dict[str, tuple[int, str]] = {
    "unauthorised": (401, "The key is missing or is not ours."),
    "host_not_served": (421, "Only names of this machine are served here."),
    "not_found": (404, "There is no such thing here."),
    "method_not_allowed": (405, "This cannot be done here."),
    "length_required": (411, "Say how long the body is; chunks are not taken."),
    "body_too_large": (413, "The body is too large."),
    "body_invalid": (400, "The body is not a JSON object."),
    "parameter_invalid": (400, "This parameter cannot be taken."),
    "idempotency_key_missing": (400, "This needs an Idempotency-Key."),
    "idempotency_error": (400, "This key was used for a request that was not the same."),
    "unexpected_status": (409, "The status does not allow this."),
    "confirmed_by_person_only": (409, "A person confirms this payment, on its hosted page."),
    "refund_too_large": (409, "More than was captured cannot go back."),
    "saved_withdrawn": (409, "The saved method was withdrawn."),
    "card_declined": (402, "The card was declined."),
    "expired_card": (402, "The card has expired."),
    "authentication_required": (402, "The person has to authenticate, on the hosted page."),
    "rate_limited": (429, "Too many requests: slow down."),
    "server_error": (500, "Something went wrong on our side."),
    "unavailable": (503, "We are not available right now."),
}
# Why a payment or a refund ended badly, beside the codes above that name a card.
ENDINGS = {
    "authentication_failed": "The person did not pass the authentication.",
    "payment_failed": "The payment did not settle.",
    "refund_failed": "The bank sent the refund back.",
}


@dataclass(eq=False)
class Refusal(Exception):
    """A request that is answered with an error, and why."""

    code: str
    message: str = ""
    parameter: str = ""
    payment: Payment | None = None

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""
        return CODES[self.code][0]

    @property
    def sentence(self) -> str:
        """What to tell whoever asked."""
        return self.message or CODES[self.code][1]
