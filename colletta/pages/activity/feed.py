"""What happened to a campaign, for programs that read feeds (RFC 4287, Atom)."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import override

from colletta.campaigns.models import Campaign
from colletta.community.activity import activity_of
from colletta.pages.activity.words import told_of
from colletta.pages.anonymous import anonymous_page
from colletta.pages.subjects import about_campaign

MOST = 50


@anonymous_page
def feed(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The newest events first, in one language. 404 for a language that the site does not speak."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    public = Campaign.objects.public().with_telling().select_related("cancellation")
    campaign = get_object_or_404(public, slug=slug)
    with override(language):
        written = _written(campaign, language, request.path)
    answer = HttpResponse(written, content_type="application/atom+xml; charset=utf-8")
    return about_campaign(answer, campaign)


def _written(campaign: Campaign, language: str, path: str) -> str:
    address = settings.COLLETTA_URL + reverse("pages:campaign", args=[campaign.slug])
    text = campaign.text_in(language)
    atom = Atom1Feed(
        title=_("%(title)s: what happened") % {"title": text.title},
        link=address,
        description=text.tagline,
        language=language,
        author_name=campaign.owner.name,
        feed_url=settings.COLLETTA_URL + path,
    )
    for event in activity_of(campaign)[:MOST]:
        told = told_of(event)
        atom.add_item(
            title=" ".join(filter(None, (told.sentence, told.title))),
            link=f"{address}#activity",
            description="",
            unique_id=f"{address}#{event.name}",
            pubdate=event.at,
            updateddate=event.at,
        )
    return str(atom.writeString("utf-8"))
