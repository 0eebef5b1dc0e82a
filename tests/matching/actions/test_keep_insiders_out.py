"""What insiders gave does not become the crowd's when their address is forgotten."""

import pytest

from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.keep_insiders_out import keep_insiders_out
from colletta.matching.models import Insider
from tests.cast import ada, bruno, gift_of_bruno, live_campaign, match_of_delta
from tests.community.talk import in_the_team
from tests.privacy.asking import erased

pytestmark = pytest.mark.django_db


def test_an_insider_stays_out_under_the_new_key() -> None:
    campaign = live_campaign()
    in_the_team(ada())
    renamed = {(campaign.pk, "ada@posta.example"): "erased:1", (campaign.pk, "x@y.example"): "z"}
    assert keep_insiders_out(renamed=renamed) == 1
    assert Insider.objects.get().key == "erased:1"


def test_A52_the_gift_of_a_team_unlocks_no_match_once_its_giver_is_erased() -> None:
    campaign = live_campaign()
    in_the_team(bruno())
    in_the_team(ada())
    match = match_of_delta(campaign)
    terms = {"name": "Ada", "email": "ada@posta.example"}
    gift_of_bruno(campaign, "900.00", person_id=ada().pk, **terms)
    erased(ada())
    evaluate_matches(campaign_id=campaign.pk, at=now())
    match.refresh_from_db()
    assert match.state == "locked"


def test_A52_without_the_note_it_would() -> None:
    """The negative control."""
    campaign = live_campaign()
    in_the_team(bruno())
    in_the_team(ada())
    match = match_of_delta(campaign)
    terms = {"name": "Ada", "email": "ada@posta.example"}
    gift_of_bruno(campaign, "900.00", person_id=ada().pk, **terms)
    erased(ada())
    Insider.objects.all().delete()
    evaluate_matches(campaign_id=campaign.pk, at=now())
    match.refresh_from_db()
    assert match.state == "unlocked"
