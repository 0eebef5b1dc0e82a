"""Which other sites people may sign in with; the environment names them."""

from dataclasses import dataclass, field

from django.conf import settings


@dataclass(frozen=True)
class Provider:
    """One other site. `slug` stands in our addresses, `name` on the button."""

    slug: str
    name: str
    issuer: str
    client_id: str
    secret: str = field(repr=False)
    origin: str


def all_providers() -> tuple[Provider, ...]:
    """In the order of their buttons; none where nothing is configured."""
    return tuple(Provider(**terms) for terms in settings.OPENID_PROVIDERS)


def provider_called(slug: str) -> Provider | None:
    """The provider of this address."""
    return next((found for found in all_providers() if found.slug == slug), None)


def name_of(issuer: str) -> str:
    """What people call the site with this issuer; its address when it is configured no more."""
    names = {provider.issuer: provider.name for provider in all_providers()}
    return names.get(issuer, issuer.removeprefix("https://"))
