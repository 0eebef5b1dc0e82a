"""Together the folders of the demonstration show what a site looks like that people use."""

from collections import Counter
from datetime import timedelta

from colletta.campaigns.models import State, Type
from colletta.folders.contents import CampaignFolder
from colletta.matching.models import Gives
from tests.demo.shelf import LANGUAGES, NOON, campaigns, given


def having(state: str) -> list[CampaignFolder]:
    return [campaign for campaign in campaigns() if campaign.terms.state == state]


def is_reached(campaign: CampaignFolder) -> bool:
    return given(campaign) >= campaign.terms.target


def test_there_are_at_least_twelve_campaigns() -> None:
    assert len(campaigns()) >= 12


def test_every_state_that_a_visitor_meets_is_there() -> None:
    states = {campaign.terms.state for campaign in campaigns()}
    assert states == {State.SCHEDULED, State.LIVE, State.ENDED, State.CANCELLED}


def test_both_types_end_well_and_badly() -> None:
    ended = {(campaign.terms.type, is_reached(campaign)) for campaign in having(State.ENDED)}
    assert ended == {(kind.value, reached) for kind in Type for reached in (True, False)}


def test_some_have_just_begun_and_some_are_nearly_over() -> None:
    live = [campaign.terms for campaign in having(State.LIVE)]
    assert any(NOON - terms.opens_at < timedelta(days=4) for terms in live)
    assert sum(terms.closes_at - NOON < timedelta(hours=24) for terms in live) >= 2
    assert any(timedelta(days=30) < terms.closes_at - NOON for terms in live)


def test_some_are_past_their_target_before_they_close() -> None:
    past = [campaign.terms.type for campaign in having(State.LIVE) if is_reached(campaign)]
    assert set(past) == {kind.value for kind in Type}


def test_they_come_from_many_fields_and_goals() -> None:
    assert len({campaign.terms.category for campaign in campaigns()}) >= 10
    assert len({goal for campaign in campaigns() for goal in campaign.terms.sdgs}) >= 12


def test_stories_are_told_in_one_language_or_in_two() -> None:
    told = [set(campaign.stories) for campaign in campaigns()]
    assert {"it"} in told
    assert told.count(LANGUAGES) > len(told) / 2
    assert {campaign.terms.language for campaign in campaigns()} == LANGUAGES


def test_they_are_of_every_size() -> None:
    sizes = sorted(len(campaign.gifts) for campaign in campaigns())
    assert sizes[0] == 0
    assert any(20 <= size <= 60 for size in sizes)
    assert sizes[-2] >= 280
    assert sizes[-1] <= 320


def test_people_give_like_people() -> None:
    gifts = [gift for campaign in campaigns() for gift in campaign.gifts]
    switches = Counter((gift.show_name, gift.show_amount) for gift in gifts)
    assert len(switches) == 4
    assert switches[True, True] > len(gifts) / 2
    assert {gift.method for gift in gifts} == {
        "card",
        "paypal",
        "bank_transfer",
        "sepa_debit",
        "cash",
    }
    assert 0.1 < sum(bool(gift.message) for gift in gifts) / len(gifts) < 0.4
    assert any(not gift.name and not gift.email for gift in gifts)
    assert any("\N{ZERO WIDTH JOINER}" in gift.name for gift in gifts)
    assert any(len(gift.name) > 50 for gift in gifts)


def test_some_give_twice_under_one_name() -> None:
    twice = 0
    for campaign in campaigns():
        names: dict[str, set[str]] = {}
        for gift in campaign.gifts:
            if gift.email:
                names.setdefault(gift.email, set()).add(gift.name)
        assert all(len(found) == 1 for found in names.values())
        twice += len(names) < sum(bool(gift.email) for gift in campaign.gifts)
    assert twice >= 5


def test_nobody_gives_in_cash_to_all_or_nothing() -> None:
    promised = {
        gift.method
        for campaign in campaigns()
        if campaign.terms.type == Type.ALL_OR_NOTHING
        for gift in campaign.gifts
    }
    assert promised == {"card", "paypal", "sepa_debit"}


def test_partners_match_in_every_way() -> None:
    matches = [match for campaign in campaigns() for match in campaign.matches]
    assert {match.gives for match in matches} == set(Gives.values) - {Gives.QUADRATIC}
    partners = Counter((match.partner, match.partner_place) for match in matches)
    assert 2 <= len(partners) <= 3
    assert max(partners.values()) >= 3


def test_one_has_the_shape_of_the_real_campaign() -> None:
    (campaign,) = (
        campaign
        for campaign in campaigns()
        if [match.gives for match in campaign.matches] == [Gives.GAP_TO_TARGET]
        and campaign.terms.opens_at < NOON
    )
    (match,) = campaign.matches
    assert campaign.terms.type == Type.KEEP_IT_ALL
    assert campaign.terms.duration_days == match.window_days == 45
    assert timedelta(0) < campaign.terms.closes_at - NOON < timedelta(days=3)
    assert len(campaign.budget) == 6
    assert not any(line.amount for line in campaign.budget)
    assert (match.threshold_share, match.call) == (5_000, "meta-a-testa")
    assert campaign.terms.target.minor < 2 * given(campaign).minor < 2 * campaign.terms.target.minor


def test_persons_and_organisations_own_them_and_one_owns_several() -> None:
    owners = Counter(
        (campaign.owner.kind, campaign.owner.name, campaign.owner.contact_email)
        for campaign in campaigns()
    )
    assert {kind for kind, _, _ in owners} == {"person", "organisation"}
    assert [kind for (kind, _, _), count in owners.items() if count > 1] == ["organisation"] * 2


def test_an_owner_says_the_same_of_itself_everywhere() -> None:
    for campaign in campaigns():
        for other in campaigns():
            if campaign.owner.contact_email == other.owner.contact_email:
                assert campaign.owner == other.owner


def test_there_is_something_of_everything() -> None:
    everything = campaigns()
    assert sum(bool(campaign.rewards) for campaign in everything) >= 2
    assert sum(bool(campaign.questions) for campaign in everything) >= 8
    assert sum(bool(campaign.comments) for campaign in everything) >= 8
    assert sum(bool(campaign.updates) for campaign in everything) >= 6
    amounts = [line.amount for campaign in everything for line in campaign.budget]
    assert any(amounts)
    assert not all(amounts)
    assert {campaign.terms.target.currency for campaign in everything} == {"EUR", "CHF"}
