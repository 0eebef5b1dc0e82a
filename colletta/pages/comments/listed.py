"""Everything that is said under a campaign."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from colletta.campaigns.models import Campaign
from colletta.community.models import TALKED_ABOUT, Comment, Readers
from colletta.community.threads import threads_of, threads_under
from colletta.pages.anonymous import anonymous_page
from colletta.pages.meta import meta_of
from colletta.pages.subjects import about_campaign
from colletta.ui.templatetags.ui import page_language

ON_A_PAGE = 20  # threads


@anonymous_page
def comments(request: HttpRequest, slug: str) -> HttpResponse:
    """The threads page by page, newest first."""
    campaign = get_object_or_404(Campaign.objects.public().with_telling(), slug=slug)
    page = Paginator(threads_under(campaign), ON_A_PAGE).get_page(request.GET.get("page"))
    text = campaign.text_in(page_language())
    context = {
        "campaign": campaign,
        "text": text,
        "page": page,
        "threads": threads_of(campaign, page.object_list),
        "count": Comment.objects.readable().filter(campaign=campaign).count(),
        "talked_about": campaign.state in TALKED_ABOUT,
        "meta": meta_of(request, title=_("Comments on %(title)s") % {"title": text.title}),
    }
    return about_campaign(render(request, "pages/comments/listed.html", context), campaign)


def address_of(campaign: Campaign, comment: Comment) -> str:
    """Where a comment stands: on its update's page where few read that, else on these pages."""
    if comment.update is not None and comment.update.readers == Readers.SUPPORTERS:
        page = reverse("updates:one_for_supporters", args=[campaign.slug, comment.update.pk])
    else:
        page = reverse("comments:comments", args=[campaign.slug]) + _page_of(campaign, comment)
    return f"{page}#comment-{comment.pk}"


def _page_of(campaign: Campaign, comment: Comment) -> str:
    """The query of the page of its thread; the first has none."""
    first = comment.parent or comment
    newer = threads_under(campaign).filter(published_at__gt=first.published_at).count()
    number = newer // ON_A_PAGE + 1
    return f"?page={number}" if number > 1 else ""
