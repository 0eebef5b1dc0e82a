"""What others said: comments, updates. Each is a row and a fact."""

from colletta.campaigns.models import Campaign
from colletta.community.models import Comment, Update
from colletta.folders import contents
from colletta.history.actions.record import record


def write_comment(campaign: Campaign, comment: contents.Comment) -> Comment:
    """Something that was said under the campaign elsewhere."""
    row = Comment.objects.create(
        campaign=campaign, name=comment.name, text=comment.text, published_at=comment.at
    )
    record("comment.published", about=str(row), details={"campaign": campaign.pk}, at=comment.at)
    return row


def write_update(campaign: Campaign, update: contents.Update) -> Update:
    """News that the owner gave before."""
    row = Update.objects.create(
        campaign=campaign,
        name=update.name,
        language=update.language,
        titles=update.titles,
        texts=update.texts,
        published_at=update.at,
        told_at=update.at,
    )
    record("update.published", about=str(row), details={"campaign": campaign.pk}, at=update.at)
    return row
