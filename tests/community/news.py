"""What Ada's group tells."""

from typing import Any

from colletta.campaigns.models import Campaign
from colletta.community.actions.write_update import write_update
from colletta.community.models import Update
from colletta.history.clock import now
from tests.cast import ada
from tests.community.talk import in_the_team


def update_of_ada(campaign: Campaign, **changes: Any) -> Update:
    """An update that stands there at once."""
    at = now()
    terms: dict[str, Any] = {
        "by": in_the_team(ada()),
        "titles": {"it": "È arrivata la terra"},
        "texts": {"it": "<p>Sei sacchi.</p>"},
        "publish_at": at,
        "at": at,
    }
    return write_update(campaign_id=campaign.pk, **(terms | changes))
