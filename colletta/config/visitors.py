"""Whose request it is, when a proxy stands in front of the site."""

from collections.abc import Callable, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
Network = IPv4Network | IPv6Network
# Headers by which anybody could claim to be somebody else.
CLAIMS = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
)


class VisitorMiddleware:
    """REMOTE_ADDR is the visitor's own address, and nobody after this asks a header for it.

    COLLETTA_TRUSTED_PROXIES lists the networks of our own proxies. Each proxy adds the address it
    was spoken to from at the end of X-Forwarded-For; the chain is read from its end as long as
    the speaker is one of ours, so what a visitor wrote there counts for nothing.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.trusted = [ip_network(one) for one in settings.TRUSTED_PROXIES]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        claims = {name: request.META.pop(name, "") for name in CLAIMS}
        spoken_from = str(request.META.get("REMOTE_ADDR", ""))
        if is_among(spoken_from, self.trusted):
            chain = claims["HTTP_X_FORWARDED_FOR"].split(",")
            request.META["REMOTE_ADDR"] = visitor_of(chain, spoken_from, self.trusted)
            if claims["HTTP_X_FORWARDED_PROTO"].strip().lower() == "https":
                request.META["wsgi.url_scheme"] = "https"
        return self.answer(request)


def visitor_of(chain: Sequence[str], spoken_from: str, trusted: Sequence[Network]) -> str:
    """The first address from the end of the chain that is not one of our proxies."""
    known = spoken_from
    for claimed in reversed(chain):
        if not is_among(known, trusted):
            break
        address = without_port(claimed.strip())
        if address is None:
            break
        known = address
    return known


def is_among(address: str, networks: Sequence[Network]) -> bool:
    """Whether an address lies in one of the networks."""
    try:
        known = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(known, "ipv4_mapped", None) or known
    return any(mapped in network for network in networks)


def without_port(written: str) -> str | None:
    """An address as proxies write it (1.2.3.4:567, [::1]:567, ::1); None for anything else."""
    if written.startswith("["):
        written = written[1:].partition("]")[0]
    elif written.count(":") == 1:
        written = written.partition(":")[0]
    try:
        return str(ip_address(written))
    except ValueError:
        return None
