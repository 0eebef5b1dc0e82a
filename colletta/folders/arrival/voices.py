"""What others said: comments, updates. Each is a row and a fact."""

from collections.abc import Sequence

from colletta.campaigns.models import Campaign
from colletta.community.models import Comment, Readers, Update
from colletta.folders import contents
from colletta.history.actions.record import record


def write_comments(campaign: Campaign, comments: Sequence[contents.Comment]) -> None:
    """What was said under the campaign elsewhere, in its threads."""
    rows: list[Comment] = []
    for comment in comments:
        parent = rows[comment.answers - 1] if comment.answers else None
        rows.append(write_comment(campaign, comment, parent=parent))


def write_comment(
    campaign: Campaign, comment: contents.Comment, *, parent: Comment | None
) -> Comment:
    """Something that was said under the campaign elsewhere, perhaps as an answer."""
    row = Comment.objects.create(
        campaign=campaign,
        parent=parent,
        name=comment.name,
        text=comment.text,
        published_at=comment.at,
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
        readers=Readers.SUPPORTERS if update.for_supporters else Readers.EVERYBODY,
        published_at=update.at,
        told_at=update.at,
    )
    record("update.published", about=str(row), details={"campaign": campaign.pk}, at=update.at)
    return row
