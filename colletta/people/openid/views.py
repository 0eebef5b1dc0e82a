"""Leaving for another site, and coming back from it."""

import logging

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.utils import perform_login
from allauth.core.internal import ratelimit
from django.conf import settings
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import activate, get_language
from django.views.decorators.http import require_GET, require_POST

from colletta.people.actions.join_with_sign_in import join_with_sign_in
from colletta.people.actions.link_sign_in import LinkedToAnother, link_sign_in
from colletta.people.models import Person, email_key
from colletta.people.openid.claims import Claims, NotBelieved, believed
from colletta.people.openid.journey import Journey, come_back, set_out
from colletta.people.openid.matching import NoMailbox, ProofNeeded, person_behind
from colletta.people.openid.proof import ask_for_proof
from colletta.people.openid.providers import Provider, provider_called
from colletta.people.openid.wire import ProviderIsAway, departure, keys_of, tokens_for
from colletta.ui.private import private_page

log = logging.getLogger(__name__)

# Mails that prove a mailbox: from one address of the network, to one mailbox.
PROOFS = {"proof": "20/1h/ip,4/1h/key"}


@private_page
@require_POST
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """To the other site. Only a form of ours sends there: nobody is signed in by a foreign link.

    Whoever is signed in adds a way in, and proves first who they are, as for any other way.
    """
    provider = _provider(slug)
    if request.user.is_authenticated:
        raise_if_reauthentication_required(request, app="openid")
    onward = request.POST.get("next", "")
    journey = Journey(
        provider=slug,
        language=get_language() or settings.LANGUAGE_CODE,
        onward=onward if get_adapter(request).is_safe_url(onward) else "",
        person_id=request.user.pk,
    )
    try:
        there = departure(provider, journey, back=_address_back(slug))
    except ProviderIsAway as away:
        return _refused(request, provider, "away", away)
    set_out(request.session, journey)
    return HttpResponseRedirect(there)


@private_page
@require_GET
def back(request: HttpRequest, slug: str) -> HttpResponse:
    """From the other site, with its word on who this is, or without."""
    provider = _provider(slug)
    journey = come_back(request.session, request.GET.get("state", ""), slug)
    if journey is None or journey.person_id != request.user.pk:
        return _refused(request, provider, "lost")
    activate(journey.language)
    if "code" not in request.GET:
        denied = request.GET.get("error") == "access_denied"
        return _refused(request, provider, "denied" if denied else "away")
    try:
        claims = _claims(request, provider, journey)
    except ProviderIsAway as away:
        return _refused(request, provider, "away", away)
    except NotBelieved as doubt:
        return _refused(request, provider, "doubtful", doubt)
    add_or_arrive = _arrive if journey.person_id is None else _add
    return add_or_arrive(request, provider, claims, journey)


def signed_in(request: HttpRequest, person: Person, claims: Claims, onward: str) -> HttpResponse:
    """Through the same doors as a password: closed persons, second factor, a new session."""
    record_authentication(request, person, method="openid", issuer=claims.issuer)
    answer: HttpResponse = perform_login(request, person, redirect_url=onward or None)
    return answer


def _arrive(
    request: HttpRequest, provider: Provider, claims: Claims, journey: Journey
) -> HttpResponse:
    language = journey.language
    try:
        person = person_behind(claims)
        if person is None:
            person = join_with_sign_in(claims=claims, mailbox=claims.email, language=language)
        else:
            link_sign_in(person=person, claims=claims, language=language)
    except NoMailbox:
        return _refused(request, provider, "no_mailbox")
    except ProofNeeded as needed:
        return _ask(request, claims, needed.mailbox, journey)
    except (IntegrityError, LinkedToAnother) as race:
        return _refused(request, provider, "lost", race)
    return signed_in(request, person, claims, journey.onward)


def _ask(request: HttpRequest, claims: Claims, mailbox: str, journey: Journey) -> HttpResponse:
    key = email_key(mailbox)
    within = ratelimit.consume(
        request, app="openid", action="proof", config=PROOFS, key=key, limit_get=True
    )
    if not within:
        refused: HttpResponse = ratelimit.respond_429(request)
        return refused
    ask_for_proof(
        request.session,
        claims=claims,
        mailbox=mailbox,
        onward=journey.onward,
        language=journey.language,
    )
    return redirect("openid:asked")


def _add(
    request: HttpRequest, provider: Provider, claims: Claims, journey: Journey
) -> HttpResponse:
    assert isinstance(request.user, Person)
    try:
        link_sign_in(person=request.user, claims=claims, language=journey.language)
    except LinkedToAnother as another:
        return _refused(request, provider, "another", another)
    return redirect("openid:ways_in")


def _claims(request: HttpRequest, provider: Provider, journey: Journey) -> Claims:
    if request.GET.get("iss", provider.issuer) != provider.issuer:
        raise NotBelieved("the answer is of another provider (RFC 9207)")
    where = _address_back(provider.slug)
    tokens = tokens_for(provider, journey, code=request.GET["code"], back=where)
    return believed(tokens, keys=keys_of(provider), provider=provider, journey=journey)


def _address_back(slug: str) -> str:
    """Without a language: the other site is told one address."""
    return f"{settings.COLLETTA_URL}/people/openid/{slug}/return/"


def _provider(slug: str) -> Provider:
    if provider := provider_called(slug):
        return provider
    raise Http404


def _refused(
    request: HttpRequest, provider: Provider, why: str, cause: Exception | None = None
) -> HttpResponse:
    """What went wrong, as far as it helps; nobody is signed in."""
    if cause is not None:
        log.warning("signing in with %s: %s: %s", provider.slug, why, cause)
    context = {"why": why, "provider": provider.name}
    return render(request, "people/openid/refused.html", context, status=400)
