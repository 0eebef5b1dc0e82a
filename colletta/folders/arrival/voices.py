"""What others say and offer: partners' matches, comments, updates. Each is a row and a fact."""

import unicodedata

from colletta.campaigns.models import Campaign
from colletta.community.models import Comment, Update
from colletta.folders import contents
from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.matching.actions.offer_match import offer_match
from colletta.matching.models import Match, Partner
from colletta.money import Money


def write_match(campaign: Campaign, match: contents.Match) -> Match:
    """A partner's rule, offered since the campaign opened, or from now on if that is to come."""
    terms = {
        "threshold_minor": minor(match.threshold),
        "threshold_share": match.threshold_share,
        "minimum_supporters": match.minimum_supporters,
        "window_days": match.window_days,
        "gives": match.gives,
        "amount_minor": minor(match.amount),
        "share": match.share,
        "ratio": match.ratio,
        "cap_minor": minor(match.cap),
        "cap_per_gift_minor": minor(match.cap_per_gift),
        "counts_offline": match.counts_offline,
    }
    return offer_match(
        campaign_id=campaign.pk,
        partner_id=partner_of(match).pk,
        terms=terms,
        call_name=match.call,
        at=min(campaign.opens_at, now()),
    )


def partner_of(match: contents.Match) -> Partner:
    """The same name and place, without regard to capitals, are the same partner."""
    key = " / ".join(
        unicodedata.normalize("NFKC", part).casefold()
        for part in (match.partner, match.partner_place)
    )
    partner, _made = Partner.objects.get_or_create(
        key=key, defaults={"name": match.partner, "place": match.partner_place}
    )
    return partner


def minor(money: Money | None) -> int | None:
    """The minor units of a sum that may be missing."""
    return None if money is None else money.minor


def write_comment(campaign: Campaign, comment: contents.Comment) -> Comment:
    """Something that was said under the campaign elsewhere."""
    row = Comment.objects.create(
        campaign=campaign, name=comment.name, text=comment.text, published_at=comment.at
    )
    record("comment.published", about=str(row), details={"campaign": campaign.pk}, at=comment.at)
    return row


def write_update(campaign: Campaign, update: contents.Update) -> Update:
    """News that the owner gave before."""
    row = Update.objects.create(
        campaign=campaign,
        name=update.name,
        language=update.language,
        titles=update.titles,
        texts=update.texts,
        published_at=update.at,
    )
    record("update.published", about=str(row), details={"campaign": campaign.pk}, at=update.at)
    return row
