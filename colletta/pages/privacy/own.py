"""What is held about whoever is signed in."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from colletta.pages.privacy.answers import Ways, give_export, show_erasure, show_held
from colletta.pages.private import private_page
from colletta.people.joining.identity import proved_lately
from colletta.people.models import Person
from colletta.privacy.subject import Subject, subject_of_person

View = Callable[[HttpRequest, Subject], HttpResponse]


def proved_page(view: View) -> Callable[[HttpRequest], HttpResponseBase]:
    """Whoever is signed in proves again who they are after a quarter of an hour.

    A person without a password or a second factor does that by signing in again.
    """

    @private_page
    @login_required
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        person = request.user
        assert isinstance(person, Person)
        if proved_lately(request):
            return view(request, subject_of_person(person))
        if get_adapter().get_reauthentication_methods(person):
            raise ReauthenticationRequired
        logout(request)
        return redirect_to_login(request.get_full_path())

    return answer


@private_page
@require_safe
def held(request: HttpRequest) -> HttpResponse:
    """What is held; for whoever is not signed in, how to ask by mail."""
    if not isinstance(request.user, Person):
        return HttpResponseRedirect(reverse("privacy:asking"))
    return show_held(request, subject_of_person(request.user), _ways())


@proved_page
@require_safe
def export(request: HttpRequest, subject: Subject) -> HttpResponse:
    """Everything as a file."""
    return give_export(subject)


@proved_page
@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest, subject: Subject) -> HttpResponse:
    """What it means; then it is done, and nobody is signed in any more."""
    answer = show_erasure(request, subject, _ways())
    if answer.status_code == HTTPStatus.FOUND:
        logout(request)
    return answer


def _ways() -> Ways:
    names = ("privacy:held", "privacy:export", "privacy:erasure")
    return Ways(*(reverse(name) for name in names))
