"""The campaign with its texts, pictures, budget, rewards and questions."""

from collections.abc import Mapping
from datetime import datetime

from colletta.campaigns.models import (
    BudgetLine,
    Campaign,
    CampaignText,
    GalleryPicture,
    Question,
    Reward,
    State,
)
from colletta.folders.contents import CampaignFolder, Texts
from colletta.people.models import Organisation, Person
from colletta.pictures.models import Picture


def write_campaign(
    folder: CampaignFolder,
    owner: Person | Organisation,
    pictures: Mapping[str, Picture],
    *,
    closes_at: datetime,
) -> Campaign:
    """A campaign that stands at its beginning and has all its folder tells, but no pledge.

    `pictures` are by the names of their files; `closes_at` may differ from the folder's until the
    gifts are booked.
    """
    terms = folder.terms
    campaign = Campaign.objects.create(
        slug=terms.slug,
        type=terms.type,
        category=terms.category,
        state=State.DRAFT if terms.state == State.DRAFT else State.APPROVED,
        currency=terms.target.currency,
        target_minor=terms.target.minor,
        opens_at=terms.opens_at,
        closes_at=closes_at,
        duration_days=terms.duration_days,
        timezone=terms.timezone,
        place=terms.place,
        language=terms.language,
        sdgs=terms.sdgs,
        cover=pictures[folder.cover.name] if folder.cover else None,
        cover_alternatives=terms.cover_alternatives if folder.cover else {},
        owner_person=owner if isinstance(owner, Person) else None,
        owner_organisation=owner if isinstance(owner, Organisation) else None,
    )
    write_texts(campaign, folder)
    write_gallery(campaign, folder, pictures)
    write_plan(campaign, folder)
    return campaign


def write_texts(campaign: Campaign, folder: CampaignFolder) -> None:
    """One row a language in which anything is said."""
    titles, taglines, stories = folder.terms.titles, folder.terms.taglines, folder.stories
    CampaignText.objects.bulk_create(
        CampaignText(
            campaign=campaign,
            language=language,
            title=titles.get(language, ""),
            tagline=taglines.get(language, ""),
            story=stories.get(language, ""),
        )
        for language in languages_of(titles, taglines, stories)
    )


def languages_of(*texts: Texts) -> list[str]:
    """Every language in which one of the texts is there."""
    return sorted({language for text in texts for language in text})


def write_gallery(
    campaign: Campaign, folder: CampaignFolder, pictures: Mapping[str, Picture]
) -> None:
    """The pictures in their order."""
    GalleryPicture.objects.bulk_create(
        GalleryPicture(
            campaign=campaign,
            picture=pictures[f"gallery/{upload.name}"],
            position=position,
            file_name=upload.name,
            alternatives=upload.alternatives,
            captions=upload.captions,
        )
        for position, upload in enumerate(folder.gallery)
    )


def write_plan(campaign: Campaign, folder: CampaignFolder) -> None:
    """Budget lines, rewards and questions in their order."""
    BudgetLine.objects.bulk_create(
        BudgetLine(
            campaign=campaign,
            position=position,
            names=line.names,
            notes=line.notes,
            amount_minor=line.amount.minor if line.amount else None,
        )
        for position, line in enumerate(folder.budget)
    )
    Reward.objects.bulk_create(
        Reward(
            campaign=campaign,
            position=position,
            names=reward.names,
            price_minor=reward.price.minor,
            stock=reward.stock,
            delivery=reward.delivery,
            shipping=reward.shipping,
        )
        for position, reward in enumerate(folder.rewards)
    )
    Question.objects.bulk_create(
        Question(
            campaign=campaign,
            position=position,
            questions=question.questions,
            answers=question.answers,
        )
        for position, question in enumerate(folder.questions)
    )
