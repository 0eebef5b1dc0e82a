"""Names of new things: long enough that nobody guesses one."""

import secrets


def new_id(prefix: str) -> str:
    """An id such as `pay_…`, with 128 random bits."""
    return f"{prefix}_{secrets.token_hex(16)}"
