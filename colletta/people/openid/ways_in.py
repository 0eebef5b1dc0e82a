"""The other sites a person signs in with, and the proof that joins one of them."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colletta.people.actions.join_with_sign_in import join_with_sign_in
from colletta.people.actions.link_sign_in import LinkedToAnother
from colletta.people.actions.unlink_sign_in import LastWayIn, unlink_sign_in
from colletta.people.models import LinkedSignIn, Person
from colletta.people.openid.proof import KEPT_IN, use_up, what_waits
from colletta.people.openid.providers import all_providers, name_of
from colletta.people.openid.views import signed_in
from colletta.ui.private import private_page


@private_page
@login_required
@require_safe
def ways_in(request: HttpRequest) -> HttpResponse:
    """Which sites are linked, which could be."""
    assert isinstance(request.user, Person)
    links = list(LinkedSignIn.objects.filter(person=request.user).order_by("pk"))
    used = {link.issuer for link in links}
    context = {
        "links": [(link, name_of(link.issuer)) for link in links],
        "others": [one for one in all_providers() if one.issuer not in used],
    }
    return render(request, "people/openid/ways_in.html", context)


@private_page
@login_required
@require_POST
@reauthentication_required  # type: ignore[untyped-decorator]
def removal(request: HttpRequest, link_id: int) -> HttpResponse:
    """One of them ends, if another way in remains."""
    assert isinstance(request.user, Person)
    get_object_or_404(LinkedSignIn, pk=link_id, person=request.user)
    try:
        unlink_sign_in(person_id=request.user.pk, link_id=link_id)
    except LastWayIn:
        return render(request, "people/openid/last.html", status=409)
    return redirect("openid:ways_in")


@private_page
@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """A mail went to a mailbox; the same page for every mailbox."""
    if KEPT_IN not in request.session:
        return redirect("account_login")
    return render(request, "people/openid/asked.html")


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def proof(request: HttpRequest, token: str) -> HttpResponse:
    """The link of that mail: opening it only asks, pressing the button proves."""
    waiting = what_waits(request.session, token)
    if waiting is None:
        return render(request, "people/openid/no_proof.html", status=404)
    claims, mailbox, onward = waiting
    context = {"provider": name_of(claims.issuer), "mailbox": mailbox}
    if request.method != "POST":
        return render(request, "people/openid/proof.html", context)
    use_up(request.session)
    try:
        person = join_with_sign_in(claims=claims, mailbox=mailbox, language=get_language() or "en")
    except (LinkedToAnother, IntegrityError):
        return render(request, "people/openid/no_proof.html", status=404)
    return signed_in(request, person, claims, onward)
