"""Who counts as the same: addresses, networks, mailboxes, each as a keyed hash.

Nothing here can be read back: only somebody with the site's key can ask whether an address is
counted.
"""

import hashlib
import hmac
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings

from colletta.people.models import email_key

# A household or a phone gets a whole /64 of IPv6 (RFC 6177), a provider's site a /48.
ADDRESS_BITS = {4: 32, 6: 64}
NETWORK_BITS = {4: 24, 6: 48}


def personal_buckets(*, address: str, email: str) -> dict[str, str]:
    """Kind -> bucket of whoever tries: their address, their network, their mailbox."""
    return {
        "address": _hashed("address", _network(address, ADDRESS_BITS)),
        "network": _hashed("network", _network(address, NETWORK_BITS)),
        "mail": _hashed("mail", same_mailbox(email)),
    }


def words_bucket(*, kind: str, address: str) -> str:
    """The bucket of words of one kind from one address."""
    return _hashed("words", f"{kind} {_network(address, ADDRESS_BITS)}")


def mail_bucket(email: str) -> str:
    """The bucket of one mailbox."""
    return _hashed("mail", same_mailbox(email))


def same_mailbox(email: str) -> str:
    """An address without what most mail servers ignore: dots and what follows a plus.

    Only for counting: two people whose addresses differ by a dot share one count, and nothing else.
    """
    local, _, domain = email_key(email).rpartition("@")
    return f"{local.partition('+')[0].replace('.', '')}@{domain}"


def _network(address: str, bits: dict[int, int]) -> str:
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(known, IPv6Address) and known.ipv4_mapped:
        known = known.ipv4_mapped
    return str(ip_network(f"{known}/{bits[known.version]}", strict=False))


def _hashed(kind: str, value: str) -> str:
    key = f"limits {settings.SECRET_KEY}".encode()
    return hmac.new(key, f"{kind} {value}".encode(), hashlib.sha256).hexdigest()[:32]
