"""One form, sent by twenty at once to a real server: one pledge, one payment."""

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from tests.browser.running_site import Site, running_site_that_takes_payments
from tests.cast import live_campaign
from tests.database import Database
from tests.payments.company import Company

TIMES = 20
PATH = "/it/campaigns/orto-in-cortile/pledges/new/"


@contextmanager
def till(database: Database, home: Path) -> Iterator[tuple[Site, Company]]:
    with running_site_that_takes_payments(database, home) as running:
        yield running


def test_F8_twenty_posts_of_one_form_make_one_pledge(
    fresh_database: Database, home_with_static_files: Path
) -> None:
    live_campaign()
    with till(fresh_database, home_with_static_files) as (site, company):
        answers = _send_at_once(site)
        assert {status for status, _ in answers} == {303}
        (page,) = {where for _, where in answers}
        assert page.startswith(f"{company.url}/pay/")
        assert Pledge.objects.count() == Payment.objects.count() == 1
        assert len(company.ask("GET", "/v1/payments")["items"]) == 1


def test_F8_without_the_guard_they_make_several(
    fresh_database: Database, home_with_static_files: Path
) -> None:
    """The negative control: the same crowd, once a form may make more than one pledge."""
    with fresh_database.connect("owner", autocommit=True) as owner:
        owner.execute("ALTER TABLE pledges_pledge DROP CONSTRAINT one_pledge_per_form")
    live_campaign()
    with till(fresh_database, home_with_static_files) as (site, _):
        for _ in range(5):
            _send_at_once(site)
            if Pledge.objects.count() > len(set(Pledge.objects.values_list("form_key"))):
                return
    pytest.fail("the race did not happen")


def _send_at_once(site: Site) -> list[tuple[int, str]]:
    cookie, body = _opened(site)
    answers: list[tuple[int, str]] = []
    start = threading.Barrier(TIMES)

    def send() -> None:
        line = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=30)
        form = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        start.wait()
        line.request("POST", PATH, body, form)
        answer = line.getresponse()
        answers.append((answer.status, answer.headers.get("Location", "")))
        line.close()

    threads = [threading.Thread(target=send) for _ in range(TIMES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


def _opened(site: Site) -> tuple[str, str]:
    """The form as a browser opens it: its cookie, and its fields filled in."""
    line = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=30)
    line.request("GET", PATH)
    answer = line.getresponse()
    page = answer.read().decode()
    line.close()
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))
    key = hidden["form_key"]
    typed = {"amount": "20", "name": "Bruno", "email": f"{key}@posta.example", "method": "card"}
    cookie = str(answer.headers["Set-Cookie"]).partition(";")[0]
    return cookie, urlencode(hidden | typed)
