"""The letters in which a campaign's people tell something to its supporters."""

from collections.abc import Iterator

from colletta.campaigns.models import Campaign
from colletta.community.models import Follow, News, Readers, Update
from colletta.community.update_link import address_of
from colletta.mail.actions.write_letter import write_letter
from colletta.pledges.models import Pledge


def tell_supporters(update: Update) -> None:
    """Each mailbox whose money is there or promised has one letter about the update.

    Who follows the campaign for its news has another letter of what everybody reads, and not this.
    """
    campaign = Campaign.objects.with_telling().get(pk=update.campaign_id)
    closed = update.readers == Readers.SUPPORTERS
    for pledge in _one_of_each(campaign, followers_too=closed):
        language = pledge.language or campaign.language
        write_letter(
            key=f"{update}:{pledge}",
            kind="community.supporter_update",
            to=pledge.email,
            language=language,
            template="community/letters/supporter_update",
            context={
                "name": pledge.name,
                "title": campaign.text_in(language).title,
                "owner": campaign.owner.name,
                "titles": update.titles,
                "original": update.language,
                "closed": closed,
                "address": address_of(update, pledge, language) if closed else "",
                "path": f"/{language}/campaigns/{campaign.slug}/updates/{update.pk}/",
            },
        )


def _one_of_each(campaign: Campaign, *, followers_too: bool) -> Iterator[Pledge]:
    """The first standing pledge of each mailbox."""
    # Some gave without an address; others were erased since, and have none any more.
    standing = Pledge.objects.standing().filter(campaign=campaign).exclude(email="")
    if not followers_too:
        following = Follow.objects.filter(campaign=campaign).wanting(News.UPDATE)
        standing = standing.exclude(email_key__in=following.values("email_key"))
    yield from standing.order_by("email_key", "pk").distinct("email_key")
