"""What followers hear of, soon after it happened."""

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.community.following import tell_followers
from colletta.community.models import Follow, News, Update
from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.matching.models import Match, MatchState


def _is_followed(fact: Fact) -> bool:
    """Most campaigns have followers sometime; those that have none save a delivery."""
    return Follow.objects.filter(campaign=_campaign_of(fact)).exists()


def _campaign_of(fact: Fact) -> int:
    kind, _, number = fact.about.partition(":")
    return int(number) if kind == "campaign" else int(fact.details["campaign"])


@reacts_to("campaign.reached", wanted=_is_followed)
@transaction.atomic
def tell_of_the_target(fact: Fact) -> None:
    """The target is reached."""
    campaign = Campaign.objects.get(pk=_campaign_of(fact))
    tell_followers(campaign, News.REACHED, occasion=str(campaign.pk))


@reacts_to("campaign.ending", wanted=_is_followed)
@transaction.atomic
def tell_of_the_last_days(fact: Fact) -> None:
    """Two days are left."""
    campaign = Campaign.objects.get(pk=_campaign_of(fact))
    occasion = f"{campaign.pk}:{campaign.closes_at.isoformat()}"
    tell_followers(
        campaign,
        News.ENDING,
        occasion=occasion,
        closes_at=campaign.closes_at,
        timezone=campaign.timezone,
    )


@reacts_to("campaign.closed", "campaign.cancelled", wanted=_is_followed)
@transaction.atomic
def tell_of_the_end(fact: Fact) -> None:
    """It is over; its page says how."""
    campaign = Campaign.objects.get(pk=_campaign_of(fact))
    tell_followers(
        campaign,
        News.ENDED,
        occasion=str(campaign.pk),
        cancelled=fact.kind == "campaign.cancelled",
    )


@reacts_to("match.unlocked", wanted=_is_followed)
@transaction.atomic
def tell_of_a_match(fact: Fact) -> None:
    """A partner adds money."""
    match = Match.objects.select_related("partner", "campaign").get(
        pk=int(fact.about.partition(":")[2])
    )
    if match.state == MatchState.UNLOCKED:
        tell_followers(
            match.campaign, News.MATCH, occasion=str(match.pk), partner=match.partner.name
        )


@reacts_to("update.published", wanted=_is_followed)
@transaction.atomic
def tell_of_an_update(fact: Fact) -> None:
    """The owner's people tell something."""
    shown = Update.objects.told().filter(pk=int(fact.about.partition(":")[2]))
    update = shown.select_related("campaign").first()
    if update is not None:
        tell_followers(
            update.campaign,
            News.UPDATE,
            occasion=str(update.pk),
            titles=update.titles,
            original=update.language,
        )
