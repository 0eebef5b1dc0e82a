"""A20: whoever signs in is led on to a page of this site, whatever `next` says."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.cast import ada

pytestmark = pytest.mark.django_db

HOST = "evil.example"
SCHEMES = ("http", "https", "HTTPS", "ftp", "javascript", "data", "vbscript", "file", "ws", "")
STARTS = (
    "//",
    "///",
    "////",
    "/\\",
    "\\\\",
    "\\/",
    "/\t/",
    "/\n/",
    "/\r/",
    "\t//",
    " //",
    "\x00//",
)
TAILS = (
    "",
    "/",
    "/it/",
    "@testserver/",
    ":80",
    "?x=//testserver",
    "#testserver",
    "%2f..",
    "\\@testserver",
)
FORMS = sorted(
    {f"{scheme}:{start}{HOST}" for scheme in SCHEMES for start in ("//", "/", "", "\\\\")}
    | {f"{start}{HOST}{tail}" for start in STARTS for tail in TAILS}
    | {
        f"https://testserver@{HOST}/",
        f"https://testserver.{HOST}/",
        f"https://{HOST}\\.testserver/",
        f"https://{HOST}%23.testserver/",
        "https:evil.example",
        "javascript:alert(1)//testserver",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//\u2025evil.example",
        "https://xn--evil-example/",
        "///\\evil.example",
    }
)


def leads_away(there: str) -> bool:
    """As a browser reads an address: tabs and line ends fall away, a backslash is a slash."""
    read = "".join(c for c in there if c not in "\t\r\n").strip("\x00 ").replace("\\", "/")
    parts = urlsplit(read)
    return (
        read.startswith("//")
        or parts.scheme not in {"", "http", "https"}
        or (bool(parts.netloc) and parts.hostname != "testserver")
    )


def test_A20_a_hundred_forms_of_another_place_lead_nowhere() -> None:
    assert len(FORMS) >= 100
    browser = Client()
    browser.force_login(ada(), "allauth.account.auth_backends.AuthenticationBackend")
    away = []
    for form in FORMS:
        for page in ("sign-in", "join"):
            there = browser.get(f"/it/people/{page}/", {"next": form}).get("Location", "")
            if leads_away(there):
                away.append((page, form, there))
    assert not away


def test_A20_signing_out_leads_to_the_front_page_alone() -> None:
    for form in FORMS[::10]:
        browser = Client()
        browser.force_login(ada(), "allauth.account.auth_backends.AuthenticationBackend")
        there = browser.post("/it/people/sign-out/", {"next": form})["Location"]
        assert not leads_away(there)


def test_a_page_of_our_own_is_led_on_to() -> None:
    browser = Client()
    browser.force_login(ada(), "allauth.account.auth_backends.AuthenticationBackend")
    there = browser.get("/it/people/sign-in/", {"next": "/it/campaigns/?x=1"})["Location"]
    assert there == "/it/campaigns/?x=1"
