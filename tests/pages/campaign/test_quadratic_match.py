"""The card of a match whose call shares its pool out at the end."""

import pytest

from colletta.pages.campaign.matches import match_card
from tests.matching.actions.test_split_call import match_in, quadratic_call, split
from tests.matching.steps import standing

pytestmark = pytest.mark.django_db


def test_it_says_what_it_would_add_if_the_call_closed_now_and_then_what_it_adds() -> None:
    call = quadratic_call()
    match = match_in(call, "orto", *["1.00"] * 4)
    card = match_card(standing(match))
    assert card.state == "Until the call closes"
    assert card.sentences == ("If the call closed now, it would add about €12.",)
    split(call)
    match.refresh_from_db()
    assert "adds €12 now" in match_card(standing(match)).sentences[0]


def test_one_person_alone_is_told_that_it_takes_several() -> None:
    card = match_card(standing(match_in(quadratic_call(), "orto", "100.00")))
    assert card.sentences == (
        "As things stand it would add nothing: it takes gifts of several people.",
    )
