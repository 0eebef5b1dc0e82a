"""Comments, updates."""

from colletta.community.models.comment import Comment
from colletta.community.models.update import Update

__all__ = ["Comment", "Update"]
