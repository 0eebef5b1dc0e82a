"""Texts, sums and dates as the page's language has them."""

from datetime import UTC, datetime

import pytest
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.utils.translation import override

from colletta.money import Money

INSTANT = datetime(2026, 5, 25, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "exact", "trimmed"),
    [("it", "3.531,00\xa0€", "3.531\xa0€"), ("en", "€3,531.00", "€3,531")],
)
def test_a_sum_is_written_in_the_pages_language(language: str, exact: str, trimmed: str) -> None:
    words = _rendered("{{ m|money_exactly }} {{ m|money }}", language, m=Money(353_100, "EUR"))
    assert words == f"{exact} {trimmed}"


@pytest.mark.parametrize(("language", "day"), [("it", "26 maggio 2026"), ("en", "26 May 2026")])
def test_a_day_is_that_of_the_campaigns_zone(language: str, day: str) -> None:
    assert _rendered("{{ at|day:'Europe/Rome' }}", language, at=INSTANT) == day


@pytest.mark.parametrize(("language", "place"), [("it", "Roma"), ("en", "Rome")])
def test_a_time_zone_is_known_by_its_city(language: str, place: str) -> None:
    assert _rendered("{{ 'Europe/Rome'|place_of_zone }}", language) == place


def test_a_text_in_another_language_says_which() -> None:
    texts = {"it": "Libri & <quaderni>"}
    there = _rendered("{% told texts 'it' %}", "it", texts=texts)
    elsewhere = _rendered("{% told texts 'it' %}", "en", texts=texts)
    assert there == "Libri &amp; &lt;quaderni&gt;"
    assert elsewhere == '<span lang="it">Libri &amp; &lt;quaderni&gt;</span>'


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("/it/campaigns/orto/", "/en/campaigns/orto/"),
        ("/it/", "/en/"),
        ("/nothing/", "/en/"),
    ],
)
def test_the_language_switch_keeps_the_page(path: str, other: str) -> None:
    request = RequestFactory().get(path)
    with override("it"):
        switch = Template("{% load ui %}{% same_page_in 'en' %}")
        assert switch.render(RequestContext(request)) == other


def _rendered(template: str, language: str, **context: object) -> str:
    with override(language):
        return Template("{% load ui %}" + template).render(Context(context))
