"""What a log never keeps."""

import logging
import re

# Whoever has the rest of such an address has what it opens: a gift, a place in a team, a password.
OPENS = re.compile(
    r"(/(?:pledges|invitations|openid/proof|recovery|privacy/links|follows|messages|letters|updates"
    r"|appeals)/)[^/\s?]{12,}"
)


class WithoutTokens(logging.Filter):
    """Addresses are written without the token in them, whoever logs them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true: the line stays, its token goes."""
        said = record.getMessage()
        if (safe := OPENS.sub(r"\1…", said)) != said:
            record.msg, record.args = safe, ()
        return True
