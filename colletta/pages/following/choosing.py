"""What a follower hears of: chosen, confirmed and ended by the signed link of their letters."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from colletta.community.actions.confirm_follow import confirm_follow
from colletta.community.actions.end_follow import end_follow
from colletta.community.follow_link import LinkIsNotOurs, follow_of
from colletta.community.forms import NewsForm
from colletta.community.models import Follow
from colletta.history.clock import now
from colletta.mail.actions.want_letters import want_letters
from colletta.pages.private import private_page
from colletta.ui.templatetags.ui import page_language

View = Callable[[HttpRequest, Follow, str], HttpResponse]


def behind_the_link(view: View) -> Callable[..., HttpResponse]:
    """The follow of the address; an altered one is answered 404."""

    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        try:
            follow = follow_of(token)
        except LinkIsNotOurs:
            return render(request, "pages/pledging/no_such_link.html", status=404)
        return view(request, follow, token)

    return answer


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
@behind_the_link
def choices(request: HttpRequest, follow: Follow, token: str) -> HttpResponse:
    """The kinds of news, to be chosen; a follow that nobody confirmed asks for that first."""
    typed = request.POST if request.method == "POST" else None
    form = NewsForm(typed, initial={"news": follow.news})
    if form.is_valid():
        follow.news = form.cleaned_data["news"]
        follow.save(update_fields=["news"])
        want_letters(address=follow.email, topics=follow.topics)
        messages.success(request, _("Your choice is saved."))
        return redirect("following:choices", token)
    context = {
        "follow": follow,
        "token": token,
        "campaign": follow.campaign,
        "text": follow.campaign.text_in(page_language()),
        "form": form,
        "follows": follow.confirmed_at is not None and follow.ended_at is None,
    }
    status = 422 if form.errors else 200
    return render(request, "pages/following/choices.html", context, status=status)


@private_page
@require_POST
@behind_the_link
def confirmation(request: HttpRequest, follow: Follow, token: str) -> HttpResponse:
    """The owner of the mailbox wants it, again or for the first time."""
    confirm_follow(follow_id=follow.pk, at=now())
    return redirect("following:choices", token)


@private_page
@require_POST
@behind_the_link
def end(request: HttpRequest, follow: Follow, token: str) -> HttpResponse:
    """No more letters of this campaign."""
    end_follow(follow_id=follow.pk, at=now())
    return redirect("following:choices", token)
