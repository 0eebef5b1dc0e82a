"""The tour: who one can be, and five steps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from colletta.demo.cast import CAST, WORD, Player
from colletta.demo.codes import code_of
from colletta.demo.tour import STEPS, Step
from colletta.pages.demonstration import demonstration_page


@demonstration_page
def tour(request: HttpRequest) -> HttpResponse:
    """The steps, the people, the word that signs them in, the codes of this moment."""
    context = {
        "steps": [_step(step) for step in STEPS],
        "people": [_person(player) for player in CAST],
        "word": WORD,
    }
    return render(request, "demo/tour.html", context)


def _step(step: Step) -> dict[str, object]:
    words = {"title": gettext(step.title), "text": gettext(step.text)}
    return words | {"path": step.path, "player": step.player}


def _person(player: Player) -> dict[str, object]:
    code = code_of(player) if player.desk else None
    return {"player": player, "part": gettext(player.part), "code": code}
