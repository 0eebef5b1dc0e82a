"""Something is reported, hidden, decided, contested and looked at again, in a browser."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from colletta.community.actions.decide_case import decide_case
from colletta.community.actions.make_appeal import make_appeal
from colletta.community.appealing import Side, address_of
from colletta.community.models import Case, Comment, Decision
from colletta.history.clock import now
from colletta.mail.models import Letter
from tests.browser.people import AtWork
from tests.browser.reading import assert_good_for_everybody
from tests.browser.running_site import Site
from tests.browser.views import EVERY_LANGUAGE, View
from tests.cast import bruno, gift_of_bruno, live_campaign
from tests.community.reporting import comment_of_bruno, reported, second_moderator
from tests.community.talk import said
from tests.desk.staff import at_the_desk


def at_the_desk_in(page: Page, site: Site) -> None:
    """Carla, who moderates, holds this browser."""
    client = Client()
    at_the_desk(client, "moderator")
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([
        {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site.url}
    ])


def test_from_a_report_to_the_second_look(page: Page, fresh_site: Site, at_work: AtWork) -> None:
    with at_work(fresh_site):
        comment = comment_of_bruno(live_campaign(), "Compra i miei orologi.")
    report(page, comment)
    with at_work(fresh_site):
        at_the_desk_in(page, fresh_site)
        second_moderator()
    hide_and_decide(page)
    page.context.clear_cookies()
    page.goto("/it/campaigns/orto-in-cortile/comments/")
    expect(page.locator("main")).to_contain_text("È pubblicità.")
    with at_work(fresh_site):
        letter = Letter.objects.get(kind="community.decision", to=bruno().email)
        decided = Letter.objects.filter(kind="community.decision", to="ospite@posta.example")
        assert decided.exists()
        Case.objects.update(decided_by=second_moderator())
    appeal(page, letter)
    with at_work(fresh_site):
        at_the_desk_in(page, fresh_site)
    turn_round(page)
    page.goto("/it/campaigns/orto-in-cortile/comments/")
    expect(page.locator("main")).to_contain_text("Compra i miei orologi.")


def report(page: Page, comment: Comment) -> None:
    page.goto(f"/it/campaigns/orto-in-cortile/comments/{comment.pk}/")
    page.get_by_role("link", name="Segnala questo commento").click()
    page.get_by_label("È pubblicità o spam").check()
    page.get_by_label("La tua e-mail").fill("ospite@posta.example")
    page.get_by_role("button", name="Invia la segnalazione").click()
    expect(page.locator("h1")).to_have_text("Grazie")


def hide_and_decide(page: Page) -> None:
    page.goto("/it/desk/moderation/")
    page.get_by_role("button", name="Nascondilo subito").click()
    page.get_by_role("link", name="Guarda e decidi").click()
    page.get_by_label("Nascondilo").check()
    page.get_by_label("Motivo").fill("È pubblicità.")
    page.get_by_role("button", name="Decidi, e avvisa le due parti").click()


def appeal(page: Page, letter: Letter) -> None:
    (path,) = re.findall(r"https?://[^/]+(/it/appeals/\S+)", letter.text)
    page.goto(path)
    page.get_by_label("Che cosa abbiamo sbagliato?").fill("Era uno scherzo.")
    page.get_by_role("button", name="Chiedici di riesaminare").click()
    expect(page.get_by_role("status")).to_contain_text("È sul nostro banco.")


def turn_round(page: Page) -> None:
    page.goto("/it/desk/moderation/")
    page.get_by_role("link", name="Riesamina").click()
    page.get_by_label("No, va ribaltata").check()
    page.get_by_label("Motivo").fill("Abbiamo riso.")
    page.get_by_role("button", name="Rispondi").click()


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_everybody_can_read_the_pages_of_reports(
    page: Page, view: View, fresh_site: Site, at_work: AtWork
) -> None:
    with at_work(fresh_site):
        addresses = something_is_reported()
        at_the_desk_in(page, fresh_site)
    for address in addresses:
        answer = page.goto(f"/{view.language}/{address}")
        assert answer is not None
        assert answer.status == 200, address
        expect(page.locator("h1")).to_have_count(1)
        assert_good_for_everybody(page)


def something_is_reported() -> list[str]:
    """A case, an appeal and a first comment wait; where people report and the desk decides."""
    campaign = live_campaign()
    gift_of_bruno(campaign, show_name=True, show_amount=True)
    comment = comment_of_bruno(campaign, "Compra i miei orologi, costano poco.")
    waits = reported(comment).case
    other = reported(comment_of_bruno(campaign, "Siete tutti ladri.")).case
    decided = decide_case(
        case_id=other.pk,
        decision=Decision.HIDDEN,
        because="È un insulto.",
        by=second_moderator(),
        at=now(),
    )
    side = Side(decided, None)
    appeal = make_appeal(side=side, text="Era uno scherzo tra amici.", at=now())
    said(campaign, "Che bello, vengo anch’io!", second_moderator(), first_waits=True)
    own = address_of(side, "it").partition("/it/")[2]
    return [
        f"reports/new/?comment={comment.pk}",
        f"reports/new/?supporters={campaign.slug}",
        "reports/sent/",
        own,
        "desk/moderation/",
        f"desk/moderation/cases/{waits.pk}/",
        f"desk/moderation/appeals/{appeal.pk}/",
        "desk/",
    ]
