"""How a supporter can pay on this site."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from colletta.payments.models import Method
from colletta.payments.providers.registry import open_providers, provider_named

NAMES = {
    Method.CARD: _("Card"),
    Method.PAYPAL: _("PayPal"),
    Method.BANK_TRANSFER: _("Bank transfer"),
    Method.SEPA_DEBIT: _("Direct debit"),
    Method.CASH: _("Cash"),
}


@dataclass(frozen=True, kw_only=True)
class Way:
    """A provider that takes payments, and the methods people choose from on our page."""

    provider: str
    account: str
    title: str
    methods: tuple[Method, ...]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The methods with their names, as a form shows them."""
        return [(one.value, str(NAMES[one])) for one in self.methods]


def way_to_pay() -> Way | None:
    """The first open provider; None on a site that takes no payments by itself."""
    for name in open_providers():
        provider = provider_named(name)
        told = provider.describe()
        return Way(provider=name, account=provider.account, title=told.title, methods=told.methods)
    return None
