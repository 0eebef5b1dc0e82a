"""Writing a comment. Whoever is not signed in yet signs in, and finds the words again."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.campaigns.models import Campaign
from colletta.community.actions.make_comment import (
    NobodyTalksHere,
    TooManyComments,
    make_comment,
)
from colletta.community.forms import CommentForm
from colletta.community.models import TALKED_ABOUT, Comment
from colletta.community.threads import Thread, threads_of
from colletta.history.clock import now
from colletta.pages.comments.listed import place_of
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language

DRAFT = "comment_draft"


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; `?answer=` names the comment that is answered."""
    campaign = get_object_or_404(Campaign.objects.public(), slug=slug)
    answered = _answered(campaign, request.GET.get("answer", ""))
    form = CommentForm(request.POST or None, initial={"text": _draft_for(request, campaign)})
    if request.method == "POST" and campaign.state in TALKED_ABOUT and form.is_valid():
        if not isinstance(request.user, Person):
            request.session[DRAFT] = {"campaign": campaign.pk, "text": form.cleaned_data["text"]}
            return redirect_to_login(request.get_full_path())
        if (answer := _made(request, campaign, form, answered)) is not None:
            return answer
    context = {
        "campaign": campaign,
        "text": campaign.text_in(page_language()),
        "form": form,
        "thread": _shown(campaign, answered),
        "answered": answered,
        "talked_about": campaign.state in TALKED_ABOUT,
        "signed_in": isinstance(request.user, Person),
    }
    status = 422 if form.errors else 200
    return render(request, "pages/comments/new.html", context, status=status)


def _answered(campaign: Campaign, asked: str) -> Comment | None:
    """The comment that is answered, if everybody may read it."""
    if not asked.isdecimal() or len(asked) > 18:
        return None
    readable = Comment.objects.readable().filter(campaign=campaign)
    return readable.select_related("parent").filter(pk=int(asked)).first()


def _shown(campaign: Campaign, answered: Comment | None) -> Thread | None:
    return threads_of(campaign, [answered])[0] if answered else None


def _draft_for(request: HttpRequest, campaign: Campaign) -> str:
    draft = request.session.get(DRAFT) or {}
    return str(draft.get("text", "")) if draft.get("campaign") == campaign.pk else ""


def _made(
    request: HttpRequest, campaign: Campaign, form: CommentForm, answered: Comment | None
) -> HttpResponse | None:
    """To where the comment stands; None where it could not be made, which the form says."""
    assert isinstance(request.user, Person)
    try:
        comment = make_comment(
            campaign_id=campaign.pk,
            person_id=request.user.pk,
            text=form.cleaned_data["text"],
            parent_id=answered.pk if answered else None,
            first_waits=settings.FIRST_COMMENTS_WAIT,
            at=now(),
        )
    except TooManyComments:
        told = _("You have written a lot in a short time. Please try again in ten minutes.")
        form.add_error(None, told)
        return None
    except (NobodyTalksHere, Comment.DoesNotExist):
        form.add_error(None, _("Nobody can comment here any more."))
        return None
    request.session.pop(DRAFT, None)
    if comment.waits_since is not None:
        return redirect("comments:comment", campaign.slug, comment.pk)
    listed = reverse("comments:comments", args=[campaign.slug])
    return redirect(listed + place_of(campaign, comment))
