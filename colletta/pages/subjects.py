"""What a public page is about, so that it is kept until something happens to one of these."""

from django.http import HttpResponse

from colletta.campaigns.models import Campaign
from colletta.history.freshness import HEADER


def about_campaign(answer: HttpResponse, campaign: Campaign) -> HttpResponse:
    """The page shows one campaign with its owner, and nothing of any other."""
    owner = (
        f"organisation:{campaign.owner_organisation_id}"
        if campaign.owner_organisation_id
        else f"person:{campaign.owner_person_id}"
    )
    answer[HEADER] = f"campaign:{campaign.pk} {owner}"
    return answer
