"""Comments, updates."""

from colletta.community.models.comment import (
    EDITABLE_FOR,
    LONGEST,
    TALKED_ABOUT,
    Comment,
    CommentQuerySet,
)
from colletta.community.models.update import Update

__all__ = ["EDITABLE_FOR", "LONGEST", "TALKED_ABOUT", "Comment", "CommentQuerySet", "Update"]
