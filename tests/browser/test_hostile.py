"""A12: words that want to run stand on every page that shows them, and none runs.

The browser is told to forget the site's Content Security Policy, so that it is the pages
themselves that hold; with the policy nothing would run that got past them.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

from colletta.community.models import Case, Conversation, Update
from colletta.matching.actions.share_board import share_board
from colletta.matching.models import Call
from colletta.people.models import Person
from tests.browser.hostile import ON_A_WALL, rename_everybody, say_everything
from tests.browser.payloads import RAN, payloads
from tests.browser.running_site import Site
from tests.cast import ada, bruno, live_campaign, match_of_delta
from tests.community.letters import conversation_of_bruno
from tests.community.reporting import reported
from tests.community.talk import in_the_team, said
from tests.desk.staff import at_the_desk, proved
from tests.matching.calls import call_of_delta

AtWork = Callable[[Site], AbstractContextManager[None]]
TURNS = 3
SLUG = "orto-ostile"
# What would run at a click or a glance: events as attributes, addresses that are scripts, elements
# that no page of ours has.
ALIVE = """() => [...document.querySelectorAll('*')].flatMap(one => [
  ...[...one.attributes].filter(held => /^on/i.test(held.name)
    || (/^(href|src|action|data|xlink:href|formaction|srcdoc)$/i.test(held.name)
      && /^[\\s\\u0000-\\u001f]*(javascript|vbscript|data:text)/i.test(held.value))),
  ...(/^(iframe|object|embed|base|math|template|marquee|audio|video)$/i.test(one.localName)
    || (one.localName === 'script' && !one.src && one.type !== 'application/ld+json')
    ? [one] : []),
]).map(found => (found.outerHTML || found.name + '=' + found.value).slice(0, 200))"""


def look(page: Page, address: str) -> str:
    """Nothing ran, and nothing waits to run; the words of the page."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    page.wait_for_timeout(30)  # milliseconds, for what runs a moment later
    assert page.evaluate("window.ran") is None, address
    assert page.evaluate(ALIVE) == [], address
    return " ".join(page.evaluate("document.body.textContent").split())


@pytest.fixture
def hostile(fresh_site: Site, at_work: AtWork) -> Site:
    with at_work(fresh_site):
        campaign = live_campaign(slug=SLUG)
        in_the_team(ada())
        match_of_delta(campaign)
        share_board(call_id=call_of_delta().pk)
        conversation_of_bruno(campaign, person_id=bruno().pk)
        reported(said(campaign))
        say_everything(campaign, payloads())
        rename_everybody(payloads(), 0)
    return fresh_site


@pytest.fixture
def open_page(browser: Browser, fresh_site: Site) -> Iterator[Page]:
    """Without the policy, so that nothing but the page stands in the way."""
    context = browser.new_context(base_url=fresh_site.url, bypass_csp=True)
    yield context.new_page()
    context.close()


def test_A12_three_thousand_payloads_run_on_no_page(
    open_page: Page, hostile: Site, at_work: AtWork
) -> None:
    page, site = open_page, hostile
    words = payloads()
    assert len(words) >= 3000
    told = [look(page, f"/it/campaigns/{SLUG}/comments/?page={n}") for n in range(1, 10)]
    assert missing(words, told) == []
    walls = range(1, len(words) // ON_A_WALL + 2)
    told = [look(page, f"/it/campaigns/{SLUG}/supporters/?page={n}") for n in walls]
    assert missing(words, told) == []
    with at_work(site):
        updates = list(Update.objects.values_list("pk", flat=True))
        inbox = f"/it/people/messages/{Conversation.objects.get().pk}/"
        enter(page, site, ada())
    for update in updates:
        look(page, f"/it/campaigns/{SLUG}/updates/{update}/")
    assert missing(words, [look(page, inbox)]) == []
    look_in_turns(page, site, at_work)
    with at_work(site):
        case = Case.objects.get()
        enter(page, site, moderator())
    assert missing(words, [look(page, f"/it/desk/moderation/cases/{case.pk}/")]) == []
    look(page, "/it/desk/moderation/")


def look_in_turns(page: Page, site: Site, at_work: AtWork) -> None:
    """Pages of what there is one of, which is called otherwise each time."""
    with at_work(site):
        call, profile = Call.objects.get(slug="verde-vicino"), bruno().public_id
    for turn in range(TURNS):
        with at_work(site):
            rename_everybody(payloads(), turn)
        for path in (
            "",
            "campaigns/",
            f"campaigns/{SLUG}/",
            "organisations/circolo-aurora/",
            f"people/{profile}/",
            "people/",
            "people/messages/",
            "people/campaigns/",
            "calls/",
            f"calls/{call.slug}/",
            f"calls/boards/{call.board_key}/",
        ):
            look(page, f"/it/{path}?turn={turn}")


def missing(words: list[str], told: list[str]) -> list[str]:
    """Which of them nobody would read on these pages."""
    everything = " ".join(told)
    return [one for one in words if " ".join(one.split()) not in everything]


def enter(page: Page, site: Site, person: Person) -> None:
    client = Client()
    proved(client, person)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([
        {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site.url}
    ])


def moderator() -> Person:
    """Carla with what the desk asks of her."""
    return at_the_desk(Client(), "moderator")


@pytest.mark.parametrize(
    "unguarded", [f"<script>{RAN}</script>", f"<img src=x onerror={RAN}>", f"<svg onload={RAN}>"]
)
def test_a_page_that_lets_them_through_is_found(browser: Browser, unguarded: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.set_content(f"<main>{unguarded}</main>")
    page.wait_for_function("window.ran === 1")
    assert page.evaluate(ALIVE) != []
    context.close()
