"""What the people of a campaign hear of its gifts."""

from collections.abc import Iterable
from dataclasses import dataclass

from colletta.campaigns.models import Campaign
from colletta.community.rights import HEARING_OF_GIFTS, people_of
from colletta.mail.actions.write_letter import write_letter
from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Mailbox, Note
from colletta.mail.preferences import timing_of
from colletta.money import Money
from colletta.people.models import Person
from colletta.pledges.models import Pledge

LISTED = 20  # gifts of one campaign in one letter; its page has them all


@dataclass(frozen=True)
class Gift:
    """A gift as its campaign's people read of it: the sum, and the name only if it is shown."""

    name: str
    amount: Money


@dataclass(frozen=True)
class Day:
    """The gifts to one campaign since the letter before."""

    title: str
    slug: str
    total: Money
    count: int
    listed: list[Gift]

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.count - len(self.listed)


def gift_of(pledge: Pledge) -> Gift:
    """What its supporter lets people see; the sum is the campaign's own business."""
    named = pledge.show_name and pledge.name_hidden_at is None
    return Gift(name=pledge.name if named else "", amount=pledge.net)


def days_of(pledges: Iterable[Pledge], language: str) -> list[Day]:
    """Gifts in the order they came, campaign by campaign."""
    by_campaign: dict[Campaign, list[Pledge]] = {}
    for pledge in pledges:
        by_campaign.setdefault(pledge.campaign, []).append(pledge)
    return [_day(campaign, theirs, language) for campaign, theirs in by_campaign.items()]


def tell_of_gift(pledge: Pledge) -> None:
    """Each of the campaign's people has a letter now, or a note for their letter of the day."""
    for person in people_of(pledge.campaign, roles=HEARING_OF_GIFTS):
        timing = timing_of(person.email, Topic.GIFTS)
        if timing == Timing.AT_ONCE:
            _write(pledge, person)
        elif timing == Timing.DAILY:
            mailbox = Mailbox.objects.at(person.email)
            Note.objects.get_or_create(mailbox=mailbox, topic=Topic.GIFTS, about=str(pledge))


def _write(pledge: Pledge, person: Person) -> None:
    campaign = pledge.campaign
    write_letter(
        key=f"{pledge}:for:person:{person.pk}",
        kind="community.gift",
        to=person.email,
        language=person.language,
        template="community/letters/gift",
        context={
            "name": person.name,
            "gift": gift_of(pledge),
            "title": campaign.text_in(person.language).title,
            "slug": campaign.slug,
        },
    )


def _day(campaign: Campaign, pledges: list[Pledge], language: str) -> Day:
    gifts = [gift_of(pledge) for pledge in pledges]
    return Day(
        title=campaign.text_in(language).title,
        slug=campaign.slug,
        total=Money(sum(gift.amount.minor for gift in gifts), campaign.currency),
        count=len(gifts),
        listed=gifts[:LISTED],
    )
