"""Writing a comment. Whoever is not signed in yet signs in, and finds the words again."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.campaigns.models import Campaign
from colletta.community.actions.make_comment import (
    NobodyTalksHere,
    TooManyComments,
    make_comment,
)
from colletta.community.forms import CommentForm
from colletta.community.models import TALKED_ABOUT, Comment, Update
from colletta.community.readers import comments_read_by, updates_read_by
from colletta.community.threads import Thread, threads_of
from colletta.history.clock import now
from colletta.pages.comments.listed import address_of
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language

DRAFT = "comment_draft"


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; `?answer=` names the comment that is answered, `?update=` the news it is about."""
    campaign = get_object_or_404(Campaign.objects.public(), slug=slug)
    answered = _answered(request, campaign, request.GET.get("answer", ""))
    about = answered.update if answered else _news(request, campaign)
    form = CommentForm(request.POST or None, initial={"text": _draft_for(request, campaign)})
    if request.method == "POST" and campaign.state in TALKED_ABOUT and form.is_valid():
        if not isinstance(request.user, Person):
            request.session[DRAFT] = {"campaign": campaign.pk, "text": form.cleaned_data["text"]}
            return redirect_to_login(request.get_full_path())
        if (answer := _made(request, campaign, form, answered, about)) is not None:
            return answer
    context = {
        "campaign": campaign,
        "text": campaign.text_in(page_language()),
        "form": form,
        "thread": _shown(campaign, answered),
        "answered": answered,
        "about": about,
        "talked_about": campaign.state in TALKED_ABOUT,
        "signed_in": isinstance(request.user, Person),
    }
    status = 422 if form.errors else 200
    return render(request, "pages/comments/new.html", context, status=status)


def _answered(request: HttpRequest, campaign: Campaign, asked: str) -> Comment | None:
    """The comment that is answered, if the visitor reads it."""
    if not asked.isdecimal() or len(asked) > 18:
        return None
    person = request.user
    known = comments_read_by(person) if isinstance(person, Person) else Comment.objects.readable()
    found = known.filter(campaign=campaign).select_related("parent", "update")
    return found.filter(pk=int(asked)).first()


def _news(request: HttpRequest, campaign: Campaign) -> Update | None:
    """The update that it is about. Raises Http404 for one that the visitor does not read."""
    asked, person = request.GET.get("update", ""), request.user
    if not asked:
        return None
    if isinstance(person, Person):
        known = updates_read_by(person, campaign)
    else:
        known = Update.objects.told().filter(campaign=campaign)
    number = int(asked) if asked.isdecimal() and len(asked) <= 18 else 0
    return get_object_or_404(known, pk=number)


def _shown(campaign: Campaign, answered: Comment | None) -> Thread | None:
    return threads_of(campaign, [answered])[0] if answered else None


def _draft_for(request: HttpRequest, campaign: Campaign) -> str:
    draft = request.session.get(DRAFT) or {}
    return str(draft.get("text", "")) if draft.get("campaign") == campaign.pk else ""


def _made(
    request: HttpRequest,
    campaign: Campaign,
    form: CommentForm,
    answered: Comment | None,
    about: Update | None,
) -> HttpResponse | None:
    """To where the comment stands; None where it could not be made, which the form says."""
    assert isinstance(request.user, Person)
    try:
        comment = make_comment(
            campaign_id=campaign.pk,
            person_id=request.user.pk,
            text=form.cleaned_data["text"],
            parent_id=answered.pk if answered else None,
            update_id=about.pk if about else None,
            first_waits=settings.FIRST_COMMENTS_WAIT,
            at=now(),
        )
    except TooManyComments:
        told = _("You have written a lot in a short time. Please try again in ten minutes.")
        form.add_error(None, told)
        return None
    except (NobodyTalksHere, Comment.DoesNotExist, Update.DoesNotExist):
        form.add_error(None, _("Nobody can comment here any more."))
        return None
    request.session.pop(DRAFT, None)
    if comment.waits_since is not None:
        return redirect("comments:comment", campaign.slug, comment.pk)
    return redirect(address_of(campaign, comment))
