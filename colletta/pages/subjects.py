"""What a public page is about, so that it is kept until something happens to one of these."""

from collections.abc import Iterable

from django.http import HttpResponse

from colletta.campaigns.models import Campaign
from colletta.history.freshness import HEADER
from colletta.matching.models import Gives
from colletta.matching.standing import MatchStanding


def about_campaign(
    answer: HttpResponse, campaign: Campaign, matches: Iterable[MatchStanding] = ()
) -> HttpResponse:
    """The page shows one campaign with its owner, and nothing of any other.

    Only what a quadratic call would give to it hangs on the others of that call.
    """
    calls = [f"call:{one.match.call_id}" for one in matches if one.match.gives == Gives.QUADRATIC]
    owner = (
        f"organisation:{campaign.owner_organisation_id}"
        if campaign.owner_organisation_id
        else f"person:{campaign.owner_person_id}"
    )
    answer[HEADER] = " ".join([f"campaign:{campaign.pk}", owner, *calls])
    return answer
