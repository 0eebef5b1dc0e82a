"""What people do around a campaign, from end to end: in both languages, with scripts and without.

Fields are found by their names, so that one walk does for both languages; that their labels say
what they are for is tested where each page is.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from colletta.community.models import Case, Comment, Update
from colletta.community.reactions import tell_of_an_update
from colletta.history.models import Fact
from colletta.mail.models import Letter
from colletta.people.models import Person
from tests.browser.people import AtWork
from tests.browser.running_site import Site
from tests.browser.test_letters import path_in
from tests.cast import ada, bruno, live_campaign
from tests.community.reporting import second_moderator
from tests.community.talk import in_the_team
from tests.desk.staff import at_the_desk, proved

EVERY_WAY = [(language, scripts) for language in ("it", "en") for scripts in (True, False)]
WORDS, ANSWER, NEWS = "Compra i miei orologi.", "Grazie, sabato?", "Sei sacchi."


class Square(NamedTuple):
    """A browser at a campaign, and the site behind it."""

    page: Page
    site: Site
    at_work: AtWork
    language: str

    def go(self, path: str) -> None:
        answer = self.page.goto(path if path.startswith("/") else f"/{self.language}/{path}")
        assert answer is not None
        assert answer.status == 200, path

    def be(self, who: Callable[[], Person] | None) -> None:
        """Nobody, or somebody who proved just now who they are."""
        self.page.context.clear_cookies()
        if who is None:
            return
        client = Client()
        with self.at_work(self.site):
            proved(client, who())
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": self.site.url}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]

    def send(self, **said: str) -> None:
        """Fill in the page's form and send it."""
        form = self.page.locator("main form.form").first
        for name, words in said.items():
            form.locator(f"[name={name}]").fill(words)
        form.locator("button.button, button[type=submit]").first.click()
        self.page.wait_for_load_state()


@pytest.fixture(params=EVERY_WAY, ids=str)
def square(
    request: pytest.FixtureRequest, browser: Browser, fresh_site: Site, at_work: AtWork
) -> Iterator[Square]:
    language, scripts = request.param
    with at_work(fresh_site):
        live_campaign()
        in_the_team(ada())
        Person.objects.update(language=language)
    context = browser.new_context(base_url=fresh_site.url, java_script_enabled=scripts)
    yield Square(context.new_page(), fresh_site, at_work, language)
    context.close()


CAMPAIGN = "campaigns/orto-in-cortile/"


def test_people_talk_report_decide_and_ask_again(square: Square) -> None:
    page = square.page
    square.be(bruno)
    square.go(f"{CAMPAIGN}comments/new/")
    square.send(text=WORDS)
    with square.at_work(square.site):
        comment = Comment.objects.get()
    square.be(ada)
    square.go(f"{CAMPAIGN}comments/new/?answer={comment.pk}")
    square.send(text=ANSWER)
    expect(page.locator(".thread__answers")).to_contain_text(ANSWER)
    square.be(None)
    square.go(f"reports/new/?comment={comment.pk}")
    page.locator("[name=reason]").first.check()
    square.send(email="ospite@posta.example")
    square.be(at_their_desk)
    with square.at_work(square.site):
        case = Case.objects.get()
    decide(square, f"desk/moderation/cases/{case.pk}/", "hidden", "Pubblicità.")
    square.be(None)
    square.go(f"{CAMPAIGN}comments/")
    expect(page.locator("main")).to_contain_text("Pubblicità.")
    expect(page.locator("main")).not_to_contain_text(WORDS)
    ask_again(square, case)
    square.go(f"{CAMPAIGN}comments/")
    expect(page.locator("main")).to_contain_text(WORDS)


def ask_again(square: Square, case: Case) -> None:
    """Bruno appeals by the link of his letter, and is right."""
    with square.at_work(square.site):
        Case.objects.update(decided_by=second_moderator())
        letter = Letter.objects.get(kind="community.decision", to=bruno().email)
    square.go(path_in(letter.text, "/appeals/"))
    square.send(text="Era uno scherzo.")
    square.be(at_their_desk)
    with square.at_work(square.site):
        appeal = case.appeals.get()
    decide(square, f"desk/moderation/appeals/{appeal.pk}/", "granted", "Abbiamo riso.")
    square.be(None)


def at_their_desk() -> Person:
    """Carla, with what the desk asks of her."""
    return at_the_desk(Client(), "moderator")


def decide(square: Square, path: str, choice: str, because: str) -> None:
    square.go(path)
    form = square.page.locator("main form:has([name=because])").first
    form.locator(f"input[value={choice}]").check()
    form.locator("[name=because]").fill(because)
    form.locator("button").click()
    square.page.wait_for_load_state()


def test_by_mail_alone_one_follows_reads_and_stops(square: Square) -> None:
    page = square.page
    square.go(f"{CAMPAIGN}follow/")
    square.send(email="lia@posta.example")
    with square.at_work(square.site):
        asked = Letter.objects.get(kind="community.follow_confirm")
    assert asked.language == square.language
    square.go(path_in(asked.text, "/follows/"))
    page.locator("form[action$='/confirmation/'] button").click()
    page.wait_for_load_state()
    square.be(ada)
    square.go(f"{CAMPAIGN}updates/new/")
    square.send(title_it="È arrivata la terra", text_it=NEWS)
    square.be(None)
    with square.at_work(square.site):
        tell_of_an_update(Fact.objects.filter(kind="update.published").latest("pk"))
        told = Letter.objects.get(kind="community.follow_update")
        update = Update.objects.get()
    square.go(f"{CAMPAIGN}updates/{update.pk}/")
    expect(page.locator("main")).to_contain_text(NEWS)
    square.go(path_in(told.text, "/updates/end/"))
    page.locator("main form button").first.click()
    expect(page.locator("[name=updates]")).to_have_value("never")


def test_a_guest_writes_to_the_owner_and_reads_the_answer(square: Square) -> None:
    page = square.page
    square.go(f"{CAMPAIGN}messages/new/")
    square.send(text="Posso portare mia figlia?", name="Lia", email="lia@posta.example")
    square.be(ada)
    square.go("people/messages/")
    page.locator("a.letterbox").first.click()
    square.send(text=ANSWER)
    square.be(None)
    with square.at_work(square.site):
        letter = Letter.objects.get(kind="community.message_for_writer")
    assert ANSWER in letter.text
    assert "ada@posta.example" not in letter.text
    square.go(path_in(letter.text, f"/{square.language}/messages/"))
    expect(page.locator("main")).to_contain_text(ANSWER)
