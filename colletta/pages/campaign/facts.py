"""A campaign as structured data (schema.org), with nothing said that the page does not say."""

from typing import Any

from django.conf import settings

from colletta.campaigns.models import Campaign, CampaignText
from colletta.figures import CampaignFigures
from colletta.people.models import Organisation


def facts_of(campaign: Campaign, text: CampaignText, figures: CampaignFigures) -> dict[str, Any]:
    """The campaign as a project of its owner, with what it asks for and what it has."""
    kind = "Organization" if isinstance(campaign.owner, Organisation) else "Person"
    return {
        "@type": "Project",
        "name": text.title,
        "description": text.tagline,
        "inLanguage": text.language,
        "url": f"{settings.COLLETTA_URL}/{text.language}/campaigns/{campaign.slug}/",
        "founder": {"@type": kind, "name": campaign.owner.name},
        "location": campaign.place,
        "foundingDate": figures.opens_at.date().isoformat(),
        "dissolutionDate": figures.closes_at.date().isoformat(),
        "funding": {
            "@type": "MonetaryGrant",
            "amount": {
                "@type": "MonetaryAmount",
                "value": figures.raised.major(),
                "currency": figures.currency,
            },
        },
    }
