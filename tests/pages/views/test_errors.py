"""What is not there, and what broke, says so in the visitor's language."""

import pytest
from django.test import Client, RequestFactory

from colletta.pages.views.errors import broken
from tests.cast import live_campaign
from tests.database import Database
from tests.pages.reading import addresses_of_cards, words_of


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/it/campaigns/non-esiste/", "it", "A questo indirizzo non c’è niente"),
        ("/en/campaigns/not-there/", "en", "There is nothing at this address"),
        ("/en/organisations/not-there/", "en", "There is nothing at this address"),
        ("/it/qualcosa", "it", "A questo indirizzo non c’è niente"),
        ("/media/pictures/00/nothing.webp", "en", "There is nothing at this address"),
    ],
)
def test_what_is_not_there_says_so_in_the_pages_language(
    client: Client, address: str, language: str, words: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert f'<html lang="{language}">' in answer.content.decode()
    assert words in words_of(answer)


@pytest.mark.django_db
def test_what_is_not_there_shows_some_campaigns_that_are(client: Client) -> None:
    live_campaign(slug="orto-in-cortile")
    answer = client.get("/it/campaigns/orto-in-cortle/")
    assert addresses_of_cards(answer) == ["/it/campaigns/orto-in-cortile/"]
    assert 'href="/it/campaigns/"' in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "italian", "english"),
    [
        ("/de/", "/it/", "/en/"),
        ("/de-CH/campaigns/", "/it/campaigns/", "/en/campaigns/"),
        ("/fr/campaigns/orto/", "/it/campaigns/orto/", "/en/campaigns/orto/"),
        ("/fr/rien/", "/it/", "/en/"),
    ],
)
def test_a_language_that_nobody_speaks_here_is_answered_in_both_that_are_spoken(
    client: Client, address: str, italian: str, english: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    text = answer.content.decode()
    assert f'href="{italian}" hreflang="it">Leggi in italiano' in text
    assert f'href="{english}" hreflang="en">Read it in English' in text


@pytest.mark.parametrize(
    ("address", "spoken", "language", "words"),
    [
        ("/it/campaigns/", "en", "it", "Qualcosa si è rotto"),
        ("/en/campaigns/", "it", "en", "Something broke on our side"),
        ("/campaigns/", "it", "it", "Qualcosa si è rotto"),
    ],
)
def test_what_broke_says_so_without_asking_the_database(
    address: str, spoken: str, language: str, words: str
) -> None:
    """There is no `db` here: a query would fail the test."""
    answer = broken(RequestFactory().get(address, headers={"accept-language": spoken}))
    assert answer.status_code == 500
    assert f'<html lang="{language}">' in answer.content.decode()
    assert words in words_of(answer)
    assert answer["Cache-Control"] == "no-store"


def test_a_site_whose_database_is_down_says_so_and_when_to_come_back(
    client: Client, fresh_database: Database
) -> None:
    lock_out(fresh_database)
    answer = client.get("/it/campaigns/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert answer["Cache-Control"] == "no-store"
    assert "Torniamo subito" in words_of(answer)


def test_what_is_not_there_is_said_even_while_the_database_is_down(
    client: Client, fresh_database: Database
) -> None:
    lock_out(fresh_database)
    answer = client.get("/it/qualcosa/")
    assert answer.status_code == 404
    assert "A questo indirizzo non c’è niente" in words_of(answer)


def lock_out(database: Database) -> None:
    """Nobody but the superuser gets in, and whoever was in is out."""
    with database.connect("superuser", autocommit=True) as root:
        root.execute(f'ALTER DATABASE "{database.name}" CONNECTION LIMIT 0')
        root.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND pid <> pg_backend_pid()",
            [database.name],
        )
