"""Campaigns that a person owns by themselves, under their own name."""

from django.db.models import Case, Q, QuerySet, Value, When

from colletta.campaigns.models import (
    Campaign,
    CampaignText,
    Cancellation,
    GalleryPicture,
    Question,
)
from colletta.community.models import Update, UpdatePicture
from colletta.history.clock import Now
from colletta.matching.models import Application, Attachment
from colletta.pictures.models import Picture
from colletta.privacy.holding import NAMELESS, Holding, Plain
from colletta.privacy.subject import Subject

STAYS = "what the gifts of others were for"
THE_CAMPAIGN_S = "the campaign's, which says who it is for"


def campaigns_of(subject: Subject) -> QuerySet[Campaign]:
    """Theirs alone; those of an organisation are the organisation's."""
    found = Campaign.objects.filter(owner_person=subject.person)
    return found if subject.person is not None else found.none()


def pictures_of(subject: Subject) -> QuerySet[Picture]:
    """Pictures of these campaigns that no other campaign shows."""
    theirs = campaigns_of(subject)
    others = Campaign.objects.exclude(pk__in=theirs.values("pk"))
    return Picture.objects.filter(_shown_by(theirs)).exclude(_shown_by(others))


def _shown_by(campaigns: QuerySet[Campaign]) -> Q:
    """As a cover, in a gallery, beside an update."""
    hung = GalleryPicture.objects.filter(campaign__in=campaigns)
    told = UpdatePicture.objects.filter(update__campaign__in=campaigns)
    covers = campaigns.exclude(cover=None)
    return (
        Q(pk__in=covers.values("cover"))
        | Q(pk__in=hung.values("picture"))
        | Q(pk__in=told.values("picture"))
    )


HOLDINGS = (
    Holding(
        name="own_pictures",
        model=Picture,
        theirs=pictures_of,
        told=("original_name", "made_at"),
        erased={},
        otherwise={"original_name": "goes with its files: pictures.py"},
    ),
    Holding(
        name="own_update_pictures",
        model=UpdatePicture,
        theirs=lambda subject: UpdatePicture.objects.filter(
            update__campaign__in=campaigns_of(subject)
        ),
        told=("update__campaign__slug", "alternatives"),
    ),
    Holding(
        name="own_updates",
        model=Update,
        theirs=lambda subject: Update.objects.filter(campaign__in=campaigns_of(subject)),
        told=("campaign__slug", "titles", "texts", "published_at"),
        erased={"titles": {}, "texts": {}, "hidden_at": Now(), "hidden_because": NAMELESS},
    ),
    Holding(
        name="own_campaign_texts",
        model=CampaignText,
        theirs=lambda subject: CampaignText.objects.filter(campaign__in=campaigns_of(subject)),
        told=("campaign__slug", "language", "title", "tagline", "story"),
        erased={"tagline": "", "story": ""},
        otherwise={"title": STAYS, "language": "one of two words"},
    ),
    Holding(
        name="own_questions",
        model=Question,
        theirs=lambda subject: Question.objects.filter(campaign__in=campaigns_of(subject)),
        told=("campaign__slug", "questions", "answers"),
    ),
    Holding(
        name="own_galleries",
        model=GalleryPicture,
        theirs=lambda subject: GalleryPicture.objects.filter(campaign__in=campaigns_of(subject)),
        told=("campaign__slug", "file_name", "alternatives", "captions"),
    ),
    Holding(
        name="own_cancellations",
        model=Cancellation,
        theirs=lambda subject: Cancellation.objects.filter(campaign__in=campaigns_of(subject)),
        told=("campaign__slug", "cancelled_at", "reason"),
        erased={"reason": Case(When(reason="", then=Value("")), default=Value(NAMELESS))},
    ),
    Holding(
        name="own_attachments",
        model=Attachment,
        theirs=lambda subject: Attachment.objects.filter(
            application__campaign__in=campaigns_of(subject)
        ),
        told=("application_id", "name", "kind"),
        untold={"content": "the file itself, which its person has"},
        otherwise={"question": "the partner's"},
    ),
    Holding(
        name="own_applications",
        model=Application,
        theirs=lambda subject: Application.objects.filter(campaign__in=campaigns_of(subject)),
        told=("id", "call__slug", "campaign__slug", "state", "answers", "reason", "made_at"),
        untold={"note": "the partner's own, before it decides"},
        erased={"answers": {}, "note": "", "reason": ""},
        otherwise={"state": "one of a list"},
    ),
    Holding(
        name="own_campaigns",
        model=Campaign,
        theirs=campaigns_of,
        told=("slug", "type", "category", "place", "language", "cover_alternatives", "made_at"),
        erased={"place": "", "cover": None, "cover_alternatives": {}},
        otherwise=dict.fromkeys(("slug", "type", "category", "language"), STAYS),
    ),
)

PLAIN: Plain = {
    "campaigns_campaign": {
        "state": "one of a list",
        "currency": "of a list",
        "timezone": "of a list",
        "sdgs": "numbers",
    },
    "campaigns_budgetline": {"names": STAYS, "notes": STAYS},
    "campaigns_reward": {"names": STAYS, "delivery": STAYS},
    "pictures_picture": {
        "digest": "of a file",
        "colour": "a colour",
        "master": "a file's place",
    },
    "pictures_picturesize": {"format": "one of three", "file": "a file's place"},
    "matching_partner": dict.fromkeys(("name", "place", "key"), "an organisation's"),
    "matching_call": dict.fromkeys(
        ("slug", "state", "titles", "texts", "language", "currency", "questions", "board_key"),
        "a call's",
    ),
    "matching_insider": {"key": "a digest with a salt that nobody has", "reason": "one word"},
    "matching_rule": {"gives": "one of a list"},
    "matching_match": dict.fromkeys(("gives", "call_name", "state"), "a call's"),
    "matching_step": {"state": "one of a list"},
}
