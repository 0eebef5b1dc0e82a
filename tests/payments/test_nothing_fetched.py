"""A notice never makes us ask an address that it names (F33)."""

import socket
import threading
from collections.abc import Iterator

import pytest

from colletta.payments.actions.receive_notice import receive_notice
from colletta.payments.models import Notice
from colletta.payments.providers.contract import ForgedNotice, ProviderRefused
from tests.closing import closing_check
from tests.database import Database
from tests.payments.company import Company, signed
from tests.payments.journeys import notice_about, started

# Where other companies' notices name the certificate that is to prove them.
NAMES = ("cert_url", "certificate", "transmission_cert", "callback", "url", "api")


@pytest.fixture
def listener() -> Iterator[tuple[str, list[object]]]:
    """An address that remembers who came."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def wait() -> None:
            while True:
                try:
                    line, who = door.accept()
                except OSError:
                    return
                came.append(who)
                line.close()

        waiting = threading.Thread(target=wait, daemon=True)
        waiting.start()
        yield f"127.0.0.1:{door.getsockname()[1]}", came
        door.shutdown(socket.SHUT_RDWR)
        waiting.join(5)


def test_F33_an_address_in_a_notice_is_never_asked(
    fresh_database: Database, company: Company, listener: tuple[str, list[object]]
) -> None:
    address, came = listener
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    for scheme in ("http", "https"):
        named = {name: f"{scheme}://{address}/{name}.pem" for name in NAMES}
        _, body = notice_about(company, payment, **named)
        lines = {f"Paypal-{name.replace('_', '-')}": url for name, url in named.items()}
        with pytest.raises(ForgedNotice):
            receive_notice(provider_name="sandbox", headers=lines, body=body)
        receive_notice(provider_name="sandbox", headers=lines | signed(body), body=body)
    strange = {"object": f"http://{address}/v1/payments/x", "id": "evt_elsewhere"}
    _, body = notice_about(company, payment, **strange)
    with pytest.raises(ProviderRefused):
        receive_notice(provider_name="sandbox", headers=signed(body), body=body)
    assert came == []
    assert Notice.objects.filter(processed_at__isnull=False).count() == 2
    closing_check(company)
