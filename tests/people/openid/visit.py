"""A visitor who signs in with the provider of the tests, over HTTP, without a browser."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from allauth.account.models import EmailAddress
from django.test import Client

from colletta.people.models import Person
from tests.people.openid.provider import CLIENT, SECRET

SITE = "http://testserver"


def configured(url: str) -> dict[str, Any]:
    """Settings of a site that lets people in with the provider at `url`."""
    provider = {
        "slug": "tests",
        "name": "Piazza",
        "issuer": url,
        "client_id": CLIENT,
        "secret": SECRET,
        "origin": url,
    }
    return {"OPENID_PROVIDERS": [provider], "COLLETTA_URL": SITE}


def proved(name: str, email: str, *, verified: bool = True) -> Person:
    """A person with a password, whose mailbox is proved to us, or not."""
    person = Person.objects.create_person(email=email, name=name)
    person.set_password("a row of many words")
    person.save()
    EmailAddress.objects.create(user=person, email=email.lower(), primary=True, verified=verified)
    return person


@dataclass
class Visit:
    """One browser and one provider."""

    client: Client
    url: str

    def enter(self, person: Person) -> None:
        """Sign in with the password."""
        said = {"login": person.email, "password": "a row of many words"}
        assert self.client.post("/en/people/sign-in/", said).status_code == 302

    def leave(self, **said: str) -> Any:
        """Press the button."""
        return self.client.post("/en/people/openid/tests/departure/", said)

    def choose(self, there: str, **chosen: str) -> str:
        """Sign in at the provider; the address it sends back to."""
        asked = dict(parse_qsl(urlsplit(there).query))
        said = {"subject": "ada-1", "name": "Ada", "email": "ada@posta.example", "fault": "none"}
        answer = requests.post(
            f"{self.url}/choice", asked | said | chosen, allow_redirects=False, timeout=30
        )
        return answer.headers["Location"]

    def come_back(self, address: str) -> Any:
        """Open that address; the redirect to a language is followed, no other."""
        answer = self.client.get(address.removeprefix(SITE), headers={"accept-language": "en"})
        return self.client.get(answer["Location"])

    def sign_in(self, *, onward: str = "", **chosen: str) -> Any:
        """All of it."""
        return self.come_back(self.choose(self.leave(next=onward)["Location"], **chosen))

    def who(self) -> Person | None:
        """Who is signed in in this browser."""
        key = self.client.session.get("_auth_user_id")
        return Person.objects.get(pk=key) if key else None
