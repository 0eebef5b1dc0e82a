"""A name as people may give one."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Marks that turn the direction of the text around them: in a name they only deceive.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
UNREADABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
# Endings of which mail programs make a link by themselves. Those that Italian titles end in
# (Sig.na, Ill.mo, Soc.Coop) are left out.
ENDINGS = (
    "it|eu|com|org|net|info|biz|io|co|me|app|dev|shop|online|site|website|xyz|top|club|link|click"
    "|live|store|tech|blog|page|pro|vip|icu|de|fr|es|uk|ch|at|be|nl|pl|ru|cn|us|tv|cc|ly|to|gg|gl"
)
DOMAIN = re.compile(rf"\w\.(?:{ENDINGS})(?![\w-])", re.IGNORECASE)
# "M.De Luca": an initial before a name, without a space.
INITIAL = re.compile(r"(?<!\w)[A-Z]\.(?=[A-Z][a-z]+(?:\s|$))")


def clean_name(typed: str) -> str:
    """The name in one line, composed. Raises ValidationError for what no page can show."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not is_readable(name):
        raise ValidationError(_("A name is made of letters."), code="unreadable")
    if not any(one.isalnum() for one in name):
        raise ValidationError(_("Write your name."), code="empty")
    without_address(name)
    return name


def is_readable(text: str) -> bool:
    """Whether it holds no characters that nobody sees, and none that turn the text around them."""
    return not any(one in TURNING or unicodedata.category(one) in UNREADABLE for one in text)


def without_address(name: str) -> None:
    """Raises ValidationError for a name with a link: it stands in mails sent to strangers."""
    # Browsers take the full stops of other scripts for ours.
    plain = unicodedata.normalize("NFKC", name).replace("\u3002", ".")
    spaced = INITIAL.sub(" ", plain)
    if "://" in plain or "www." in plain.lower() or DOMAIN.search(spaced):
        raise ValidationError(_("Write it without an internet address."), code="address")
