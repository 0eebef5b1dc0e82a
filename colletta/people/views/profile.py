"""A person's profile, as they edit it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.history.clock import now
from colletta.people.actions.edit_profile import edit_profile
from colletta.people.forms import ProfileForm
from colletta.people.models import Person
from colletta.ui.private import private_page


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Name, about, language, and who may see them."""
    person = request.user
    assert isinstance(person, Person)
    form = ProfileForm(request.POST) if request.method == "POST" else ProfileForm.of(person)
    if form.is_bound and form.is_valid():
        edit_profile(person_id=person.pk, at=now(), **form.answers())
        messages.success(request, _("Your profile is saved."))
        return HttpResponseRedirect(reverse("people:profile"))
    return render(request, "people/profile.html", {"form": form, "person": person})
