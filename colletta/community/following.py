"""The letters that followers of a campaign get."""

from typing import Any

from colletta.campaigns.models import Campaign
from colletta.community.follow_link import address_of
from colletta.community.models import Follow, News
from colletta.mail.actions.write_letter import write_letter


def ask_to_confirm(follow: Follow, *, occasion: str) -> None:
    """Somebody gave this address: its owner says whether they meant it."""
    _write("confirm", follow, occasion, {})


def tell_followers(campaign: Campaign, news: News, *, occasion: str, **context: Any) -> None:
    """Everybody who wants this kind of news has one letter for the occasion."""
    for follow in Follow.objects.filter(campaign=campaign).wanting(news):
        _write(news.value, follow, f"{news.value}:{occasion}", context)


def _write(template: str, follow: Follow, occasion: str, context: dict[str, Any]) -> None:
    campaign = Campaign.objects.with_telling().get(pk=follow.campaign_id)
    path = f"/{follow.language}/campaigns/{campaign.slug}/"
    write_letter(
        key=f"{follow}:{occasion}",
        kind=f"community.follow_{template}",
        to=follow.email,
        language=follow.language,
        template=f"community/letters/follow_{template}",
        context={
            "title": campaign.text_in(follow.language).title,
            "owner": campaign.owner.name,
            "path": path,
            "choices": address_of(follow),
            **context,
        },
    )
