"""One comment with what its reader can do about it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from colletta.campaigns.models import Campaign
from colletta.community.actions.delete_comment import delete_comment
from colletta.community.actions.edit_comment import TooLateToEdit, edit_comment
from colletta.community.actions.hide_comment import hide_comment
from colletta.community.actions.show_comment import NotYoursToHide, show_comment
from colletta.community.forms import CommentForm, HidingForm
from colletta.community.models import EDITABLE_FOR, Comment
from colletta.community.readers import comments_read_by
from colletta.community.rights import hid_it_themselves, looks_after
from colletta.history.clock import now
from colletta.pages.comments.listed import address_of
from colletta.pages.private import private_page
from colletta.people.desk import is_at_the_desk
from colletta.people.models import Person
from colletta.people.models.desk_role import Role as DeskRole
from colletta.ui.templatetags.ui import page_language


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The comment, and forms for whoever may edit, delete, hide or show it; POST edits it."""
    found = _found(request, slug, number)
    form = CommentForm(request.POST or None, initial={"text": found.text})
    if request.method == "POST":
        _require_own(request, found)
        if form.is_valid() and (answer := _edited(request, found, form)) is not None:
            return answer
    return _answered(request, found, editing=form)


@private_page
@login_required
@require_POST
def deletion(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Its author takes it back."""
    found = _found(request, slug, number)
    _require_own(request, found)
    assert isinstance(request.user, Person)
    delete_comment(comment_id=found.pk, person_id=request.user.pk, at=now())
    return redirect("comments:comments", found.campaign.slug)


@private_page
@login_required
@require_POST
def hiding(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The campaign's people, or a moderator, hide it with a reason."""
    found = _found(request, slug, number)
    if not _decides(request, found):
        raise Http404
    form = HidingForm(request.POST)
    if not form.is_valid():
        return _answered(request, found, hiding=form)
    assert isinstance(request.user, Person)
    try:
        hide_comment(
            comment_id=found.pk, by=request.user, because=form.cleaned_data["because"], at=now()
        )
    except NotYoursToHide as others:
        raise Http404 from others
    return _to_its_place(found)


@private_page
@login_required
@require_POST
def showing(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Whoever hid it shows it again."""
    found = _found(request, slug, number)
    if not _decides(request, found):
        raise Http404
    assert isinstance(request.user, Person)
    try:
        show_comment(comment_id=found.pk, by=request.user)
    except NotYoursToHide as others:
        raise Http404 from others
    return _to_its_place(found)


def _found(request: HttpRequest, slug: str, number: int) -> Comment:
    """What everybody may read; what is hidden or waits for its author and those who decide of it.

    Raises Http404.
    """
    known = Comment.objects.select_related("campaign", "parent", "hidden_by", "update")
    public = Campaign.objects.public()
    found = known.filter(campaign__in=public, campaign__slug=slug, pk=number).first()
    if found is None or found.deleted_at is not None:
        raise Http404
    if not _reads(request, found):
        raise Http404
    return found


def _reads(request: HttpRequest, found: Comment) -> bool:
    if Comment.objects.readable().filter(pk=found.pk).exists():
        return True
    person = request.user
    if not isinstance(person, Person):
        return False
    theirs = found.person == person or _decides(request, found)
    return theirs or comments_read_by(person).filter(pk=found.pk).exists()


def _require_own(request: HttpRequest, found: Comment) -> None:
    if not isinstance(request.user, Person) or found.person_id != request.user.pk:
        raise Http404


def _decides(request: HttpRequest, found: Comment) -> bool:
    person = request.user
    if not isinstance(person, Person):
        return False
    return looks_after(person, found.campaign) or _moderates(request)


def _moderates(request: HttpRequest) -> bool:
    """What a role at the desk allows asks for a second factor here too."""
    return is_at_the_desk(request, DeskRole.MODERATOR, DeskRole.OPERATOR)


def _edited(request: HttpRequest, found: Comment, form: CommentForm) -> HttpResponse | None:
    assert isinstance(request.user, Person)
    try:
        edit_comment(
            comment_id=found.pk,
            person_id=request.user.pk,
            text=form.cleaned_data["text"],
            at=now(),
        )
    except TooLateToEdit:
        form.add_error(None, _("The quarter of an hour for changes is over."))
        return None
    return _to_its_place(found)


def _answered(
    request: HttpRequest,
    found: Comment,
    *,
    editing: CommentForm | None = None,
    hiding: HidingForm | None = None,
) -> HttpResponse:
    forms = [form for form in (editing, hiding) if form is not None]
    context = {
        "comment": found,
        "campaign": found.campaign,
        "text": found.campaign.text_in(page_language()),
        "editing": editing or CommentForm(initial={"text": found.text}),
        "hiding": hiding or HidingForm(),
        **_rights(request, found),
    }
    status = 422 if any(form.errors for form in forms) else 200
    return render(request, "pages/comments/one.html", context, status=status)


def _rights(request: HttpRequest, found: Comment) -> dict[str, Any]:
    person = request.user
    if not isinstance(person, Person):
        return {}
    own, gone = found.person_id == person.pk, found.hidden_at is not None
    in_time = now() <= found.published_at + EDITABLE_FOR
    return {
        "own": own,
        "can_edit": own and in_time and not gone,
        "can_hide": not gone and _decides(request, found),
        "can_show": gone and (_moderates(request) or hid_it_themselves(person, found)),
    }


def _to_its_place(found: Comment) -> HttpResponse:
    return redirect(address_of(found.campaign, found))
