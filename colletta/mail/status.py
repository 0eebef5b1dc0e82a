"""What the codes of mail systems say of an address (RFC 3463)."""

import re

ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
# They say something of the letter, of us, or of today; never that there is no such mailbox: a full
# mailbox (2.2, "persistent transient"), a letter too long (2.3, 3.4), and all of security and
# policy (7), with which a list of unwanted senders would end every address at once.
NOT_THE_ADDRESS = re.compile(r"5\.(2\.2|2\.3|3\.4|7\.\d+)")


def status_in(text: str) -> str:
    """The first enhanced code in what a mail system said, or nothing."""
    found = ENHANCED.search(text[:2000])
    return found[0] if found else ""


def is_hard(status: str) -> bool:
    """Whether it says that the address does not work and will not."""
    return status.startswith("5.") and not NOT_THE_ADDRESS.fullmatch(status)


def status_of_reply(code: int, said: str) -> str:
    """The enhanced code of an SMTP reply; where it has none, what its three digits say."""
    if code == 552:
        return status_in(said) or "5.2.2"  # RFC 5321, 4.2.2: exceeded storage allocation
    return status_in(said) or f"{code // 100}.0.0"
