"""The figures of a campaign, for people and for scripts."""

import json

from colletta.campaigns.models import Campaign
from colletta.cli.faults import Refused
from colletta.figures import figures_of
from colletta.history.clock import now


def figures(slug: str, *, as_json: bool) -> str:
    """Raises Refused when no campaign has this slug."""
    try:
        campaign = Campaign.objects.get(slug=slug)
    except Campaign.DoesNotExist:
        raise Refused(f'There is no campaign "{slug}".') from None
    found = figures_of(campaign, at=now()).as_json()
    if as_json:
        return json.dumps(found, indent=2, ensure_ascii=False)
    width = max(map(len, found))
    return "\n".join(f"{name:{width}}  {_shown(value)}" for name, value in found.items())


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
