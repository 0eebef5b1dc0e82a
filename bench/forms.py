"""Pledges as visitors make them: the form is fetched, filled in and sent."""

import http.client
import re
import threading
import time
import urllib.parse
from collections.abc import Sequence
from http.cookies import SimpleCookie

from bench.site import Site

VISITORS = 4  # at once
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|form_key)"[^>]*value="([^"]+)"')
METHOD = re.compile(r'name="method"[^>]*value="([^"]+)"')


def pledges_by_form(site: Site, slugs: Sequence[str], *, count: int) -> float:
    """Forms a second that led to the payment page, each by a visitor who was never here."""
    numbers = iter(range(count))
    lock = threading.Lock()
    faults: list[Exception] = []

    def visit() -> None:
        while not faults:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            try:
                pledge(site, slugs[number % len(slugs)], number)
            except Exception as fault:  # noqa: BLE001 - told below, in the main thread
                faults.append(fault)

    threads = [threading.Thread(target=visit) for _ in range(VISITORS)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return round(count / (time.monotonic() - begun), 1)


def pledge(site: Site, slug: str, number: int) -> None:
    """One visitor. Raises RuntimeError where the form does not lead away to be paid."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    path = f"/it/campaigns/{slug}/pledges/new/"
    who = {"X-Forwarded-For": f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"}
    connection.request("GET", path, headers=who)
    answer = connection.getresponse()
    page = answer.read().decode()
    cookies = SimpleCookie(answer.headers.get("Set-Cookie", ""))
    hidden = dict(HIDDEN.findall(page))
    typed = {
        "chosen": "other",
        "amount": "20,00",
        "name": "Bruno",
        "email": f"b{number}@posta.example",
    }
    methods = METHOD.findall(page)
    sent = {**hidden, **typed, **({"method": methods[0]} if methods else {})}
    more = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": "; ".join(f"{name}={cookie.value}" for name, cookie in cookies.items()),
        "Origin": f"http://localhost:{site.port}",
        "Host": f"localhost:{site.port}",
    }
    connection.request("POST", path, urllib.parse.urlencode(sent), {**who, **more})
    answer = connection.getresponse()
    told = answer.read().decode()
    connection.close()
    if answer.status not in {302, 303}:
        words = " ".join(re.sub(r"<[^>]+>", " ", told).split())
        raise RuntimeError(f"A pledge was answered with {answer.status}: {words[:600]}")
