"""The people of the demonstration, and the word that signs them in.

Plain Python: the command that starts a demonstration prints them without Django.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# The same in every demonstration. It is in no row: see docs/decisions.
WORD = "whip-round"


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for translation; the page of the tour translates it, the command does not.

    Django's own would bring Django along.
    """
    return sentence


@dataclass(frozen=True, kw_only=True)
class Player:
    """Somebody whom a newcomer can be. `desk` is a role at the desk, `place` one in a team.

    `begins` is the address below the language where their part of the site begins.
    """

    key: str
    name: str
    email: str
    part: str
    language: str = "it"
    begins: str = "people/"
    desk: str = ""
    team: str = ""
    place: str = ""


OKSANA = Player(
    key="oksana",
    name="Oksana Kovalenko",
    email="oksana.kovalenko@posta.example",
    part=gettext_noop("a supporter, with gifts of her own"),
    begins="people/gifts/",
)
ADA = Player(
    key="ada",
    name="Ada Ferri",
    email="ada@raggiliberi.example",
    part=gettext_noop("runs the bicycle workshop, whose campaign is live"),
    begins="people/organisations/ciclofficina-raggi-liberi/",
    team="Ciclofficina Raggi Liberi",
    place="owner",
)
DELIA = Player(
    key="delia",
    name="Delia Montanari",
    email="delia@olmogrande.example",
    part=gettext_noop("of a foundation that matches gifts"),
    begins="partners/",
    team="Fondazione Olmo Grande",
    place="owner",
)
MILO = Player(
    key="milo",
    name="Milo Serafini",
    email="milo@banco.example",
    part=gettext_noop("moderates, at the desk"),
    begins="desk/",
    desk="moderator",
)
TINA = Player(
    key="tina",
    name="Tina Bassi",
    email="tina@banco.example",
    part=gettext_noop("looks after the money, at the desk"),
    begins="desk/books/",
    desk="treasurer",
)
CARLA = Player(
    key="carla",
    name="Carla Neri",
    email="carla@banco.example",
    part=gettext_noop("runs the site, at the desk"),
    begins="desk/",
    desk="operator",
)
CAST: Sequence[Player] = (OKSANA, ADA, DELIA, MILO, TINA, CARLA)


def player_called(key: str) -> Player | None:
    """Who goes by this short name."""
    return next((player for player in CAST if player.key == key), None)


def player_at(email: str) -> Player | None:
    """Whose address this is, whatever its capitals."""
    typed = email.strip().casefold()
    return next((player for player in CAST if player.email == typed), None)
