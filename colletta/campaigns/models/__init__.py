"""The nouns of a campaign, one file each."""

from colletta.campaigns.models.campaign import (
    PUBLIC_STATES,
    Campaign,
    CampaignQuerySet,
    State,
    Telling,
    Type,
)
from colletta.campaigns.models.endings import Cancellation, Closure
from colletta.campaigns.models.plan import BudgetLine, Question, Reward
from colletta.campaigns.models.telling import CampaignText, GalleryPicture

__all__ = [
    "PUBLIC_STATES",
    "BudgetLine",
    "Campaign",
    "CampaignQuerySet",
    "CampaignText",
    "Cancellation",
    "Closure",
    "GalleryPicture",
    "Question",
    "Reward",
    "State",
    "Telling",
    "Type",
]
