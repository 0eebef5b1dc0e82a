"""Who may open a page of the desk."""

from collections.abc import Callable
from functools import wraps

from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from colletta.people.joining.identity import proved_lately
from colletta.people.models import DeskRole, Person
from colletta.ui.private import private_page

View = Callable[..., HttpResponseBase]
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def desk_page(*roles: str) -> Callable[[View], View]:
    """The page opens to people with one of these roles; without any named, with any role.

    Others get 404, as if there were nothing. Somebody with the role is sent to set up a second
    factor while they have none, and proves again who they are after a quarter of an hour.
    """

    def guard(view: View) -> View:
        @private_page
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            person = request.user
            if not isinstance(person, Person):
                return redirect_to_login(request.get_full_path())
            if not has_role(person, *roles):
                raise Http404
            if not is_mfa_enabled(person, SECOND_FACTORS):
                return HttpResponseRedirect(reverse("mfa_index"))
            if not proved_lately(request):
                raise ReauthenticationRequired
            return view(request, *args, **kwargs)

        return answer

    return guard


def is_at_the_desk(request: HttpRequest, *roles: str) -> bool:
    """Whether the visitor has one of these roles, a second factor, and showed both just now.

    For pages that others open too; those of the desk alone are a `desk_page`.
    """
    person = request.user
    if not isinstance(person, Person) or not has_role(person, *roles):
        return False
    return is_mfa_enabled(person, SECOND_FACTORS) and proved_lately(request)


def has_role(person: Person, *roles: str) -> bool:
    """Whether the person has one of these roles at the desk; without any named, any at all."""
    theirs = roles_of(person)
    return bool(theirs.intersection(roles) if roles else theirs)


def roles_of(person: Person) -> set[str]:
    """The roles of a person at the desk."""
    return set(DeskRole.objects.filter(person=person).values_list("role", flat=True))
