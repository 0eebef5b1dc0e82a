"""What is told to supporters only, and that nobody else finds a word of it."""

import pytest
from django.test import Client

from colletta.community.models import Readers, Update
from colletta.community.update_link import token_of
from tests.cast import ada, bruno, gift_of_bruno, joined, live_campaign
from tests.community.news import update_of_ada
from tests.community.talk import in_the_team, said
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
CAMPAIGN = "/it/campaigns/orto-in-cortile/"
LIST = f"{CAMPAIGN}updates/for-supporters/"
CANARY = "cinciallegra"


@pytest.fixture
def update() -> Update:
    """One whose every word is the canary, and a comment on it."""
    campaign = live_campaign()
    gift_of_bruno(campaign, person_id=bruno().pk)
    told = update_of_ada(
        campaign,
        titles={"it": CANARY},
        texts={"it": f"<p>{CANARY}</p>"},
        readers=Readers.SUPPORTERS,
    )
    said(campaign, f"Che {CANARY}!", update_id=told.pk)
    return told


def test_A21_no_public_page_tells_a_word_of_it(client: Client, update: Update) -> None:
    there = [
        "",
        "comments/",
        "supporters/",
        f"updates/{update.pk}/",
        f"comments/new/?update={update.pk}",
    ]
    pages = [f"{CAMPAIGN}{path}" for path in there]
    pages += ["/it/", "/it/campaigns/", "/sitemap.xml", "/feeds/campaigns/orto-in-cortile/it/"]
    for person in (None, joined("Eva Lodi", "eva@posta.example")):
        if person is not None:
            client.force_login(person)
        for page in pages:
            assert CANARY not in client.get(page).content.decode(), page
        assert client.get(f"{CAMPAIGN}updates/{update.pk}/").status_code == 404
        assert client.get(f"/it/reports/new/?update={update.pk}").status_code == 404
    assert "Un altro aggiornamento è solo per chi sostiene" in words_of(client.get(CAMPAIGN))


def test_A21_a_stranger_is_told_how_to_become_a_reader(client: Client, update: Update) -> None:
    assert client.get(LIST).status_code == 302
    client.force_login(joined("Eva Lodi", "eva@posta.example"))
    answer = client.get(LIST)
    assert answer.status_code == 403
    assert CANARY not in answer.content.decode()
    assert "accedi con l’indirizzo della tua donazione" in words_of(answer)
    assert client.get(f"{LIST}{update.pk}/").status_code == 404


@pytest.mark.parametrize("who", [bruno, lambda: in_the_team(ada())])
def test_supporters_and_the_team_read_it_and_talk_about_it(
    client: Client, update: Update, who: object
) -> None:
    assert callable(who)
    client.force_login(who())
    assert CANARY in words_of(client.get(LIST))
    page = f"{LIST}{update.pk}/"
    assert f"Che {CANARY}!" in words_of(client.get(page))
    new = f"{CAMPAIGN}comments/new/?update={update.pk}"
    assert "Lo legge solo chi sostiene" in words_of(client.get(new))
    answer = client.post(new, {"text": "Anche io la sento."})
    assert answer["Location"].startswith(f"{page}#comment-")
    assert "Anche io la sento." in words_of(client.get(page))
    assert "Anche io la sento." not in words_of(Client().get(f"{CAMPAIGN}comments/"))


def test_a_guest_reads_it_by_the_link_of_the_letter(client: Client, update: Update) -> None:
    gift = gift_of_bruno(update.campaign, email="ospite@posta.example")
    answer = client.get(f"/it/updates/{token_of(update, gift)}/")
    assert f"Che {CANARY}!" in words_of(answer)
    assert "no-store" in answer["Cache-Control"]
    assert client.get("/it/updates/1.1:forged/").status_code == 404


def test_one_comment_is_found_by_its_readers_alone(client: Client, update: Update) -> None:
    comment = update.comments.get()
    page = f"{CAMPAIGN}comments/{comment.pk}/"
    assert client.get(page).status_code == 404
    client.force_login(joined("Eva Lodi", "eva@posta.example"))
    assert client.get(page).status_code == 404
    client.force_login(bruno())
    assert client.get(page).status_code == 200
