"""Who follows Ada's campaign."""

from colletta.campaigns.models import Campaign
from colletta.community.actions.confirm_follow import confirm_follow
from colletta.community.actions.follow_campaign import follow_campaign
from colletta.community.models import Follow
from colletta.history.clock import now


def follower(campaign: Campaign, email: str = "bruno@posta.example") -> Follow:
    """Somebody without an account who confirmed the mailbox."""
    follow = follow_campaign(campaign_id=campaign.pk, email=email, language="it", at=now())
    confirm_follow(follow_id=follow.pk, at=now())
    follow.refresh_from_db()
    return follow
