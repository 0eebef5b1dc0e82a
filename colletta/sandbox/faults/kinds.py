"""The faults that can be asked for, by when they strike."""

from collections.abc import Mapping

# Before anything is done: nothing has happened, whatever the caller sees.
BEFORE = frozenset({
    *("error_before", "timeout_before", "reset_before"),
    *("rate_limit", "unavailable", "down"),
})
# After it was done, and remembered for its key: only the answer is lost, or is a lie.
AFTER = frozenset({"error_after", "timeout_after", "reset_after"})
# It was done, and the answer says something else about it.
ALTERED = frozenset({
    "amount_minus_one",
    "another_currency",
    "another_account",
    "live_mode",
    "unknown_status",
})
CHARGES = frozenset({"card_declined", "expired_card", "authentication_required", "pend"})
REFUNDS = frozenset({"refund_pends", "refund_fails"})
KINDS = BEFORE | AFTER | ALTERED | CHARGES | REFUNDS

CHARGING = ("payments.confirm", "saved.charge")
# A fault that means something for some operations only strikes those.
ONLY_ON: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(CHARGES, CHARGING),
    **dict.fromkeys(REFUNDS, ("refunds.create",)),
}
