"""A site whose every text that others see wants to run: written past the forms, into the rows."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import cycle, islice

from colletta.campaigns.models import BudgetLine, Campaign, CampaignText, Question, Reward
from colletta.community.models import Comment, Conversation, Message, Report, Speaker, Update
from colletta.history.clock import now
from colletta.matching.models import Call, Partner
from colletta.people.models import Organisation, Person
from colletta.pictures.actions.store_picture import store_picture
from colletta.pictures.encoding import Effort
from colletta.pledges.models import Pledge, State
from tests.cast import bruno
from tests.pictures.darkroom import flag, saved

UPDATES = 20
ON_A_WALL = 100


def slices(words: Sequence[str], count: int) -> Iterator[list[str]]:
    """The words in `count` parts, one after the other."""
    size = -(-len(words) // count)
    return (list(words[start : start + size]) for start in range(0, len(words), size))


def say_everything(campaign: Campaign, words: Sequence[str]) -> None:
    """Each of the words is a comment and its author, a supporter and their message, a message, a
    report; part of an update, of the story; in turns what else a campaign tells.
    """
    _comments(campaign, words)
    _wall(campaign, words)
    _updates(campaign, words)
    _plan(campaign, words)
    _letters(words)
    _reports(words)


def _comments(campaign: Campaign, words: Sequence[str]) -> None:
    at = now()
    for number, part in enumerate(slices(words, len(words) // 20)):
        first, *answers = (
            Comment(campaign=campaign, name=one[:200], text=one, published_at=at) for one in part
        )
        first.save()
        for answer in answers:
            answer.parent = first
            answer.published_at = at + timedelta(seconds=number)
        Comment.objects.bulk_create(answers)
    begun = Comment.objects.filter(campaign=campaign, parent=None)[:UPDATES]
    Comment.objects.bulk_create(
        Comment(
            campaign=campaign,
            parent=parent,
            name="Eva",
            text="x",
            published_at=at,
            hidden_at=at,
            hidden_because=reason,
        )
        for parent, reason in zip(begun, words, strict=False)
    )


def _wall(campaign: Campaign, words: Sequence[str]) -> None:
    Pledge.objects.bulk_create(
        Pledge(
            campaign=campaign,
            name=one,
            message=one,
            email=f"p{number}@posta.example",
            email_key=f"p{number}@posta.example",
            currency="EUR",
            amount_minor=1000,
            show_name=True,
            show_amount=True,
        )
        for number, one in enumerate(words)
    )
    given = Pledge.objects.filter(campaign=campaign)
    given.update(state=State.CONFIRMED, net_minor=1000, confirmed_at=now())


def _updates(campaign: Campaign, words: Sequence[str]) -> None:
    picture = store_picture(file=saved(flag(160, 120)), name="a.png", effort=Effort.QUICK)
    for number, part in enumerate(slices(words, UPDATES)):
        update = Update.objects.create(
            campaign=campaign,
            name=f"u-{number}",
            language="it",
            titles={"it": part[0]},
            texts={"it": "".join(f"<p>{one}</p>" for one in part)},
            published_at=now(),
            told_at=now(),
        )
        update.pictures.create(picture=picture, position=0, alternatives={"it": part[-1]})


def _plan(campaign: Campaign, words: Sequence[str]) -> None:
    for place, one in enumerate(words[:300]):
        told = {"it": one}
        answer = {"it": f"<p>{one}</p>"}
        Question.objects.create(campaign=campaign, position=place, questions=told, answers=answer)
    for place, one in enumerate(words[300:500]):
        BudgetLine.objects.create(
            campaign=campaign, position=place, names={"it": one}, notes={"it": one}, amount_minor=1
        )
    for place, one in enumerate(words[500:600]):
        Reward.objects.create(
            campaign=campaign, position=place, names={"it": one}, price_minor=1000
        )
    story = "".join(f"<p>{one}</p>" for one in words)
    CampaignText.objects.filter(campaign=campaign).update(story=story)


def _letters(words: Sequence[str]) -> None:
    conversation = Conversation.objects.get()
    Message.objects.bulk_create(
        Message(conversation=conversation, side=side, text=one, written_at=now())
        for one, side in zip(words, cycle(Speaker), strict=False)
    )


def _reports(words: Sequence[str]) -> None:
    pattern = Report.objects.get()
    Report.objects.bulk_create(
        Report(
            case=pattern.case,
            email=f"r{number}@posta.example",
            email_key=f"r{number}@posta.example",
            language="it",
            reason=pattern.reason,
            text=one,
            made_at=now(),
        )
        for number, one in enumerate(words)
    )


def rename_everybody(words: Sequence[str], turn: int) -> None:
    """What there is one of is called by other words at each turn."""
    found = islice(cycle(words), turn * 12, None)
    told = CampaignText.objects.all()
    told.update(title=next(found)[:200], tagline=next(found)[:300])
    one = next(found)
    Organisation.objects.update(name=one, place=next(found)[:120], about={"it": f"<p>{one}</p>"})
    one = next(found)
    shown = Person.objects.filter(pk=bruno().pk)
    shown.update(name=one, about={"it": f"<p>{one}</p>"}, profile_shown_at=now())
    Partner.objects.update(name=next(found), place=next(found)[:120])
    one, other = next(found), next(found)
    Call.objects.update(titles={"it": one, "en": one}, texts={"it": other, "en": other})
    Conversation.objects.update(name=next(found))
