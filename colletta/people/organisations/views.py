"""Founding an organisation, and changing what it tells."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from colletta.people.actions.edit_organisation import edit_organisation
from colletta.people.actions.found_organisation import OrganisationIsThere, found_organisation
from colletta.people.models import Membership, Organisation, Person
from colletta.people.organisations.forms import OrganisationForm
from colletta.people.telling import told_plainly
from colletta.ui.private import private_page


@private_page
@login_required
@require_safe
def yours(request: HttpRequest) -> HttpResponse:
    """Those in whose team the person is."""
    assert isinstance(request.user, Person)
    places = Membership.objects.filter(person=request.user).select_related("organisation")
    context = {"places": places.order_by("organisation__name", "pk")}
    return render(request, "people/organisations/yours.html", context)


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form for a new one; what was typed stays when something is wrong with it."""
    assert isinstance(request.user, Person)
    form = OrganisationForm(request.POST or None, initial={"contact_email": request.user.email})
    if request.method == "POST" and form.is_valid():
        try:
            founded = found_organisation(
                person_id=request.user.pk, language=spoken(), **form.terms()
            )
        except OrganisationIsThere:
            form.add_error("name", _there_is_one())
        else:
            return redirect("organisations:team", founded.slug)
    return answered(request, "people/organisations/new.html", form)


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The same form for one that is there; its text is that of the page's language."""
    assert isinstance(request.user, Person)
    found = get_object_or_404(Organisation.objects.editable_by(request.user), slug=slug)
    form = OrganisationForm(request.POST or None, initial=_as_typed(found))
    if request.method == "POST" and form.is_valid():
        try:
            edit_organisation(
                organisation_id=found.pk,
                by_id=request.user.pk,
                language=spoken(),
                **form.terms(),
            )
        except OrganisationIsThere:
            form.add_error("name", _there_is_one())
        else:
            return redirect("pages:organisation", found.slug)
    return answered(request, "people/organisations/edit.html", form, organisation=found)


def answered(
    request: HttpRequest, template: str, form: OrganisationForm, **more: object
) -> HttpResponse:
    """The page with its form; 422 when what was sent could not be taken."""
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, **more}, status=status)


def spoken() -> str:
    """The language of the page."""
    return (get_language() or "en").partition("-")[0]


def _as_typed(found: Organisation) -> dict[str, object]:
    terms = ("name", "place", "kind", "contact_email", "contact_shown")
    about = told_plainly(found.about.get(spoken(), ""))
    return {**{term: getattr(found, term) for term in terms}, "about": about}


def _there_is_one() -> str:
    return _("There is an organisation with this name and this contact already.")
