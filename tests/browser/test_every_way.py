"""Whoever gives, with scripts or without: every way that the payment company offers ends well."""

import re

import pytest
from playwright.sync_api import Browser, expect

from colletta.campaigns.models import Campaign
from colletta.pledges.models import Pledge
from tests.browser.giving import WAYS, WORDS, AtWork, Till, enter, pledge, press, settle

PERSON = "bruno.at.home@posta.example"
# A guest with scripts, in both languages, is in test_pledging.py.
WHO = [("guest", "bare", "en"), ("person", "scripts", "it")]


EACH_WAY = [(way, *who) for way in WAYS for who in WHO]
# A person without scripts meets nothing that a guest without them does not, but their own address.
BARE = [(way, "person", "bare", "it") for way in ("pay", "decline", "stay pending")]


@pytest.mark.parametrize(("way", "who", "how", "language"), [*EACH_WAY, *BARE])
def test_every_way_ends_well(
    browser: Browser,
    till: Till,
    campaign: Campaign,
    at_work: AtWork,
    way: str,
    who: str,
    how: str,
    language: str,
) -> None:
    words, (buttons, outcome) = WORDS[language], WAYS[way]
    context = browser.new_context(
        java_script_enabled=how == "scripts",
        base_url=till[0].url,
        viewport={"width": 390, "height": 844},
    )
    page = context.new_page()
    if who == "person":
        enter(page, till, at_work, PERSON)
    pledge(page, language, campaign)
    press(page, buttons)
    expect(page.locator("h1")).to_contain_text(words[outcome])
    if outcome in ("refused", "stopped"):
        page.get_by_role("button", name=re.compile(words["again"])).click()
        press(page, ["pay"])
    if outcome == "on its way":
        look = "" if how == "scripts" else words["look"]
        settle(page, till, at_work, campaign, look=look)
    expect(page.locator("h1")).to_contain_text(words["arrived"])
    with at_work(till[0]):
        made = Pledge.objects.get(campaign=campaign)
        assert (made.person is not None) == (who == "person")
    context.close()
