"""What campaigns, and pages full of them, tell others about themselves."""

from collections.abc import Sequence

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext as _

from colletta.campaigns.models import Campaign
from colletta.figures import CampaignFigures
from colletta.money import format_money
from colletta.pages.campaign.words import shares_of
from colletta.pages.cards import Card
from colletta.pages.meta import PageMeta, Preview, address_in, shortened, words_of
from colletta.pages.structured import a_campaign, a_list, an_owner
from colletta.people.models import Organisation
from colletta.pictures.addresses import preview_of, preview_url
from colletta.ui.languages import tell


def campaign_meta(campaign: Campaign, figures: CampaignFigures, language: str) -> PageMeta:
    """A campaign's page as search engines, networks and chats see it."""
    text = campaign.text_in(language)
    told = text.tagline or words_of(text.story)
    shares = shares_of(figures)
    described = f"{shares}. {told}" if shares else told
    description = shortened(described) or _of_the_sums(figures, language)
    preview = _cover(campaign, language) or the_sites_preview()
    named = {"name": text.title, "description": description, "image": preview.url}
    return PageMeta(
        title=text.title,
        description=description,
        language=language,
        path=f"campaigns/{campaign.slug}/",
        preview=preview,
        facts=a_campaign(campaign, figures, language=language, described=named),
    )


def list_meta(
    *, title: str, description: str, language: str, path: str, cards: Sequence[Card]
) -> PageMeta:
    """A page that lists campaigns; the first cover among them stands for it."""
    return PageMeta(
        title=title,
        description=description,
        language=language,
        path=path,
        preview=_first_cover(cards, language),
        facts=a_list(
            name=title,
            url=address_in(language, path),
            language=language,
            entries=[
                (card.text.title, address_in(language, f"campaigns/{card.campaign.slug}/"))
                for card in cards
            ],
        ),
    )


def organisation_meta(
    organisation: Organisation, *, language: str, path: str, cards: Sequence[Card]
) -> PageMeta:
    """An organisation's page; the cover of its first campaign stands for it."""
    about = tell(organisation.about, language=language, original=organisation.about_language).text
    return PageMeta(
        title=organisation.name,
        description=shortened(words_of(about)) or _named(organisation),
        language=language,
        path=path,
        preview=_first_cover(cards, language),
        facts=an_owner(organisation, language=language),
    )


def the_sites_preview() -> Preview:
    """The drawing that stands for a page without a picture of its own."""
    return Preview(
        url=f"{settings.COLLETTA_URL}{static('pages/preview.png')}",
        width=1200,
        height=630,
        alt=_("A street with bunting, people around a hat that gathers coins"),
    )


def _first_cover(cards: Sequence[Card], language: str) -> Preview:
    covers = (_cover(card.campaign, language) for card in cards)
    return next((cover for cover in covers if cover), None) or the_sites_preview()


def _cover(campaign: Campaign, language: str) -> Preview | None:
    if campaign.cover is None:
        return None
    size = preview_of(campaign.cover)
    alt = tell(campaign.cover_alternatives, language=language, original=campaign.language).text
    return Preview(
        url=preview_url(campaign.cover),
        width=size.width,
        height=size.height,
        alt=alt or campaign.text_in(language).title,
    )


def _of_the_sums(figures: CampaignFigures, language: str) -> str:
    return _("%(raised)s raised of %(target)s") % {
        "raised": format_money(figures.headline, language, trim=True),
        "target": format_money(figures.target, language, trim=True),
    }


def _named(organisation: Organisation) -> str:
    return _("Campaigns of %(name)s") % {"name": organisation.name}
