"""Writing an update of a campaign."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.campaigns.models import Campaign
from colletta.community.actions.write_update import NobodyReadsIt, Shown, write_update
from colletta.community.models import TALKED_ABOUT, Readers
from colletta.community.rights import writes_for
from colletta.community.update_form import UpdateForm
from colletta.history.clock import now
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.pictures.actions.store_picture import (
    NoRoomForPicture,
    NotAPicture,
    PictureTooLarge,
    store_picture,
)
from colletta.pictures.decoding import MEGABYTES
from colletta.pictures.encoding import Effort
from colletta.ui.templatetags.ui import page_language


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, for whoever speaks for the campaign; others find nothing."""
    assert isinstance(request.user, Person)
    campaign = Campaign.objects.public().with_telling().filter(slug=slug).first()
    if campaign is None or not writes_for(request.user, campaign):
        raise Http404
    typed = request.POST if request.method == "POST" else None
    files = request.FILES if request.method == "POST" else None
    with timezone.override(ZoneInfo(campaign.timezone)):
        form = UpdateForm(campaign, typed, files)
        if form.is_valid() and (answer := _written(request, campaign, form)) is not None:
            return answer
    context = {
        "campaign": campaign,
        "text": campaign.text_in(page_language()),
        "form": form,
        "talked_about": campaign.state in TALKED_ABOUT,
    }
    status = 422 if form.errors else 200
    return render(request, "pages/updates/new.html", context, status=status)


def _written(request: HttpRequest, campaign: Campaign, form: UpdateForm) -> HttpResponse | None:
    """To where the update stands, or will; None where the form says what is wrong."""
    assert isinstance(request.user, Person)
    at = now()
    publish_at = form.cleaned_data["when"] or at
    if publish_at < at:
        form.add_error("when", _("This instant is over. Leave it empty to publish at once."))
        return None
    titles, texts = form.told()
    pictures = _stored(form, campaign.language)
    if form.errors:
        return None
    try:
        update = write_update(
            campaign_id=campaign.pk,
            by=request.user,
            titles=titles,
            texts=texts,
            publish_at=publish_at,
            at=at,
            readers=Readers(form.cleaned_data["readers"]),
            pictures=pictures,
        )
    except NobodyReadsIt:
        form.add_error(None, _("This campaign was stopped: nobody would read it."))
        return None
    if update.told_at is None:
        messages.success(request, _("Your update is saved and appears by itself."))
        return redirect("updates:mine")
    if update.readers == Readers.SUPPORTERS:
        return redirect("updates:for_supporters", campaign.slug)
    return redirect(reverse("pages:campaign", args=[campaign.slug]) + "#updates")


def _stored(form: UpdateForm, language: str) -> list[Shown]:
    """The pictures, with what they show; what is none is said beside its field."""
    stored: list[Shown] = []
    for name, sent, alternative in form.pictures():
        content = sent.read(MEGABYTES * 1024 * 1024 + 1)
        try:
            picture = store_picture(file=content, name=(sent.name or "")[:200], effort=Effort.QUICK)
        except (NotAPicture, PictureTooLarge, NoRoomForPicture) as fault:
            form.add_error(name, str(fault))
        else:
            stored.append((picture, {language: alternative}))
    return stored
