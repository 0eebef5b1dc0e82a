"""Whose request it is: what a visitor writes about themselves counts for nothing."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from colletta.config.visitors import VisitorMiddleware

OURS = ["10.0.0.0/8", "2001:db8:9::/48"]


def seen(settings: Settings, *, spoken_from: str, **headers: str) -> HttpRequest:
    """The request as a view sees it."""
    settings.TRUSTED_PROXIES = OURS
    found: list[HttpRequest] = []

    def view(request: HttpRequest) -> HttpResponse:
        found.append(request)
        return HttpResponse()

    request = RequestFactory().get("/", headers=headers)
    request.META["REMOTE_ADDR"] = spoken_from
    VisitorMiddleware(view)(request)
    return found[0]


@pytest.mark.parametrize(
    ("spoken_from", "chain", "visitor"),
    [
        ("198.51.100.7", "203.0.113.9", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "1.2.3.4, 203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "1.2.3.4, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        ("10.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
        ("10.0.0.1", "[2001:db8::5]:4711", "2001:db8::5"),
        ("2001:db8:9::1", "2001:db8::5", "2001:db8::5"),
        ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.9, nonsense", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("", "203.0.113.9", ""),
    ],
)
def test_A2_only_the_hop_of_a_trusted_proxy_counts(
    settings: Settings, spoken_from: str, chain: str, visitor: str
) -> None:
    request = seen(settings, spoken_from=spoken_from, **{"x-forwarded-for": chain})
    assert request.META["REMOTE_ADDR"] == visitor


def test_A2_without_a_proxy_nobody_is_believed(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = []
    request = RequestFactory().get("/", headers={"x-forwarded-for": "203.0.113.9"})
    VisitorMiddleware(lambda _: HttpResponse())(request)
    assert request.META["REMOTE_ADDR"] == "127.0.0.1"
    assert "HTTP_X_FORWARDED_FOR" not in request.META


@pytest.mark.parametrize(("spoken_from", "secure"), [("10.0.0.1", True), ("198.51.100.7", False)])
def test_only_a_trusted_proxy_says_that_it_was_encrypted(
    settings: Settings, spoken_from: str, secure: bool
) -> None:
    request = seen(settings, spoken_from=spoken_from, **{"x-forwarded-proto": "https"})
    assert (request.META["wsgi.url_scheme"] == "https") is secure
