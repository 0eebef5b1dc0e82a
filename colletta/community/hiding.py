"""Takes what a case is about from everybody's eyes, or gives it back: each thing in its own way."""

from datetime import datetime

from colletta.community.actions.hide_comment import hide_comment
from colletta.community.actions.moderate_update import moderate_update
from colletta.community.actions.show_comment import show_comment
from colletta.community.models import Case, Comment
from colletta.community.rights import looks_after
from colletta.people.actions.moderate_profile import moderate_profile
from colletta.people.models import Person
from colletta.pledges.actions.moderate_name import moderate_name
from colletta.settlement.actions.resume_campaign import resume_campaign
from colletta.settlement.actions.suspend_campaign import suspend_campaign


def hide(case: Case, *, by: Person, because: str, at: datetime) -> None:
    """Nobody sees it any more; a campaign is paused.

    In place of a comment everybody reads `because`: it replaces an earlier reason, also that of
    the campaign's people, who cannot show it again then. Raises NothingToSuspend.
    """
    reference = f"person:{by.pk}"
    if case.comment_id is not None:
        if Comment.objects.filter(pk=case.comment_id, hidden_at__isnull=False).exists():
            show_comment(comment_id=case.comment_id, by=by)
        hide_comment(comment_id=case.comment_id, by=by, because=because, at=at)
    elif case.update_id is not None:
        moderate_update(update_id=case.update_id, because="", by=by, at=at)
        moderate_update(update_id=case.update_id, because=because, by=by, at=at)
    elif case.pledge_id is not None:
        moderate_name(pledge_id=case.pledge_id, hidden=True, by=reference, at=at)
    elif case.person_id is not None:
        moderate_profile(person_id=case.person_id, hidden=True, by=reference, at=at)
    elif case.campaign_id is not None:
        suspend_campaign(campaign_id=case.campaign_id, by=reference, at=at)


def show(case: Case, *, by: Person, at: datetime) -> None:
    """Everybody sees it again. What the campaign's own people hid stays hidden: it is theirs."""
    reference = f"person:{by.pk}"
    if case.comment_id is not None:
        _show_comment(case.comment_id, by)
    elif case.update_id is not None:
        moderate_update(update_id=case.update_id, because="", by=by, at=at)
    elif case.pledge_id is not None:
        moderate_name(pledge_id=case.pledge_id, hidden=False, by=reference, at=at)
    elif case.person_id is not None:
        moderate_profile(person_id=case.person_id, hidden=False, by=reference, at=at)
    elif case.campaign_id is not None:
        resume_campaign(campaign_id=case.campaign_id, by=reference, at=at)


def _show_comment(comment_id: int, by: Person) -> None:
    comment = Comment.objects.select_related("campaign", "hidden_by").get(pk=comment_id)
    if comment.hidden_by is not None and looks_after(comment.hidden_by, comment.campaign):
        return
    if comment.hidden_at is not None:
        show_comment(comment_id=comment_id, by=by)
