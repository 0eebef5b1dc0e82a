"""The file campaign.toml."""

from collections.abc import Iterator, Mapping

from colletta.campaigns.models import Campaign, Cancellation, State
from colletta.community.models import Comment
from colletta.folders.reading.folder import FORMAT
from colletta.folders.writing.documents import Value, document, instant, told
from colletta.folders.writing.matches import match_values
from colletta.folders.writing.sums import written_sum
from colletta.people.models import Organisation

Tables = Iterator[tuple[str, Mapping[str, Value]]]
# States that the dates do not tell; every other follows from them.
TOLD_STATES = frozenset({State.DRAFT, State.APPROVED, State.CANCELLED})


def campaign_file(campaign: Campaign) -> str:
    """All that campaign.toml says."""
    return document(tables_of(campaign))


def tables_of(campaign: Campaign) -> Tables:
    """The tables in the order of the format's description."""
    yield "", {"format": FORMAT}
    yield "[campaign]", terms_of(campaign)
    yield "[owner]", owner_of(campaign)
    yield from plan_of(campaign)
    for match in campaign.matches.select_related("partner", "campaign"):
        yield "[[match]]", match_values(match)
    yield from comments_of(campaign)


def terms_of(campaign: Campaign) -> dict[str, Value]:
    """The table [campaign]."""
    texts = sorted(campaign.texts.all(), key=lambda text: text.language)
    return {
        "slug": campaign.slug,
        "title": told({text.language: text.title for text in texts}),
        "tagline": told({text.language: text.tagline for text in texts}),
        "type": campaign.type,
        "category": campaign.category,
        "target": campaign.target.major(),
        "currency": campaign.currency,
        "opens": instant(campaign.opens_at),
        "closes": instant(campaign.closes_at),
        "duration_days": campaign.duration_days,
        "timezone": campaign.timezone,
        "place": campaign.place.strip(),
        "language": campaign.language,
        "sdgs": list(campaign.sdgs),
        "cover_alt": told(campaign.cover_alternatives) if campaign.cover else {},
        "state": campaign.state if campaign.state in TOLD_STATES else None,
        **ending_of(campaign),
    }


def ending_of(campaign: Campaign) -> dict[str, Value]:
    """When and why a campaign was cancelled."""
    ending = Cancellation.objects.filter(campaign=campaign).first()
    if ending is None:
        return {}
    return {
        "cancelled": instant(ending.cancelled_at),
        "cancelled_because": ending.reason.strip(),
    }


def owner_of(campaign: Campaign) -> dict[str, Value]:
    """The table [owner]."""
    owner = campaign.owner
    return {
        "kind": "organisation" if isinstance(owner, Organisation) else "person",
        "name": owner.name,
        "contact_email": campaign.contact_email,
    }


def plan_of(campaign: Campaign) -> Tables:
    """Budget lines, rewards and questions in their order."""
    for line in campaign.budget.all():
        amount = written_sum(line.amount_minor, campaign.currency)
        yield "[[budget]]", {"name": told(line.names), "amount": amount, "note": told(line.notes)}
    for reward in campaign.rewards.all():
        yield (
            "[[reward]]",
            {
                "name": told(reward.names),
                "price": written_sum(reward.price_minor, campaign.currency),
                "stock": reward.stock,
                "delivery": reward.delivery,
                "shipping": reward.shipping or None,
            },
        )
    for question in campaign.questions.all():
        yield (
            "[[question]]",
            {"question": told(question.questions), "answer": told(question.answers)},
        )


def comments_of(campaign: Campaign) -> Tables:
    """What everybody reads; an answer names the place of what it answers, from 1.

    What is hidden, taken back or not read by a moderator yet is nobody's to take along: an answer
    to it begins a thread of its own.
    """
    places: dict[int | None, int] = {}
    for place, comment in enumerate(Comment.objects.readable().filter(campaign=campaign), start=1):
        places[comment.pk] = place
        yield (
            "[[comment]]",
            {
                "name": comment.name.strip(),
                "at": instant(comment.published_at),
                "answers": places.get(comment.parent_id),
                "text": comment.text.strip(),
            },
        )
