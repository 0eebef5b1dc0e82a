"""What people around a campaign hear of, soon after it happened."""

from django.db import transaction
from django.db.models import Q

from colletta.campaigns.models import Campaign
from colletta.community.following import tell_followers
from colletta.community.gifts_told import tell_of_gift
from colletta.community.models import Comment, Follow, News, Update
from colletta.community.supporters import tell_supporters
from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.mail.actions.write_letter import write_letter
from colletta.matching.models import Match, MatchState
from colletta.pledges.models import Pledge


def _is_followed(fact: Fact) -> bool:
    """Most campaigns have followers sometime; those that have none save a delivery."""
    return Follow.objects.filter(campaign=_campaign_of(fact)).exists()


def _is_supported(fact: Fact) -> bool:
    return Pledge.objects.standing().filter(campaign=_campaign_of(fact)).exists()


def _number_in(fact: Fact) -> int:
    return int(fact.about.partition(":")[2])


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


@reacts_to("update.published", wanted=_is_supported)
@transaction.atomic
def tell_supporters_of_an_update(fact: Fact) -> None:
    """The owner's people tell something, perhaps to their supporters alone."""
    # What a campaign brought from elsewhere was told there.
    there = (Update.objects.told() | Update.objects.told_to_supporters()).exclude(written_by=None)
    update = there.filter(pk=_number_in(fact)).first()
    if update is not None:
        tell_supporters(update)


@reacts_to("update.published", wanted=_is_followed)
@transaction.atomic
def tell_of_an_update(fact: Fact) -> None:
    """The owner's people tell everybody something."""
    shown = Update.objects.told().filter(pk=_number_in(fact))
    update = shown.select_related("campaign").first()
    if update is not None:
        tell_followers(
            update.campaign,
            News.UPDATE,
            occasion=str(update.pk),
            titles=update.titles,
            original=update.language,
        )


def _has_people(fact: Fact) -> bool:
    """Campaigns that were loaded from a folder have nobody here yet."""
    group = Q(owner_organisation__memberships__isnull=False)
    found = Campaign.objects.filter(group | Q(owner_person__isnull=False))
    return found.filter(pk=fact.details["campaign"]).exists()


@reacts_to("pledge.confirmed", wanted=_has_people)
@transaction.atomic
def tell_the_people_of_a_gift(fact: Fact) -> None:
    """The campaign's people hear of it, at once or tomorrow."""
    gifts = Pledge.objects.gifts().select_related("campaign")
    pledge = gifts.filter(pk=int(fact.about.partition(":")[2])).first()
    if pledge is not None:
        pledge.campaign = Campaign.objects.with_telling().get(pk=pledge.campaign_id)
        tell_of_gift(pledge)


def _answers_somebody(fact: Fact) -> bool:
    number = int(fact.about.partition(":")[2])
    return Comment.objects.filter(pk=number, parent__person__isnull=False).exists()


@reacts_to("comment.published", "comment.shown", wanted=_answers_somebody)
@transaction.atomic
def tell_whoever_is_answered(fact: Fact) -> None:
    """Whoever began a thread hears of each answer by somebody else, once."""
    number = int(fact.about.partition(":")[2])
    found = Comment.objects.readable().select_related("parent__person")
    answer = found.filter(pk=number).first()
    if answer is None or answer.parent is None or answer.parent.person in (None, answer.person):
        return
    reader = answer.parent.person
    if not reader.email:  # erased meanwhile
        return
    campaign = Campaign.objects.with_telling().get(pk=answer.campaign_id)
    write_letter(
        key=f"{answer}:answers:{answer.parent}",
        kind="community.comment_answered",
        to=reader.email,
        language=reader.language,
        template="community/letters/comment_answered",
        context={
            "name": reader.name,
            "writer": answer.name,
            "said": answer.text,
            "title": campaign.text_in(reader.language).title,
            "slug": campaign.slug,
            "number": answer.pk,
        },
    )
