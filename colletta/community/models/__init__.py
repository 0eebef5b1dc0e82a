"""Comments, updates, conversations, what is reported of them."""

from colletta.community.models.appeal import LONGEST_APPEAL, Appeal
from colletta.community.models.case import Case, Decision, Kind
from colletta.community.models.comment import (
    EDITABLE_FOR,
    LONGEST,
    TALKED_ABOUT,
    Comment,
    CommentQuerySet,
)
from colletta.community.models.conversation import (
    LONGEST_MESSAGE,
    Conversation,
    Message,
    Speaker,
)
from colletta.community.models.follow import Follow, News
from colletta.community.models.milestone import Milestone
from colletta.community.models.report import LONGEST_REPORT, Reason, Report
from colletta.community.models.update import Readers, Update, UpdatePicture, UpdateQuerySet

__all__ = [
    "EDITABLE_FOR",
    "LONGEST",
    "LONGEST_APPEAL",
    "LONGEST_MESSAGE",
    "LONGEST_REPORT",
    "TALKED_ABOUT",
    "Appeal",
    "Case",
    "Comment",
    "CommentQuerySet",
    "Conversation",
    "Decision",
    "Follow",
    "Kind",
    "Message",
    "Milestone",
    "News",
    "Readers",
    "Reason",
    "Report",
    "Speaker",
    "Update",
    "UpdatePicture",
    "UpdateQuerySet",
]
