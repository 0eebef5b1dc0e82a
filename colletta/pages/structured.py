"""Facts about pages in the vocabulary of schema.org, as linked data (JSON-LD 1.1)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from colletta.campaigns.models import Campaign, State
from colletta.figures import CampaignFigures
from colletta.people.models import Organisation, Person

Facts = dict[str, Any]
# Inside a script element these could end it or open a comment (HTML, section 4.12.1.3).
DANGEROUS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_script(facts: Mapping[str, Any]) -> SafeString:
    """Facts as JSON that no text within can break out of."""
    text = json.dumps({"@context": "https://schema.org", **facts}, ensure_ascii=False)
    return mark_safe(text.translate(DANGEROUS))  # noqa: S308 - nothing dangerous is left in it


def the_site(language: str) -> Facts:
    """The site itself."""
    return {
        "@type": "WebSite",
        "name": settings.SITE_NAME,
        "url": f"{settings.COLLETTA_URL}/{language}/",
        "inLanguage": language,
    }


def a_list(*, name: str, url: str, language: str, entries: Iterable[tuple[str, str]]) -> Facts:
    """A page that lists campaigns: their titles and addresses in order."""
    return {
        "@type": "CollectionPage",
        "name": name,
        "url": url,
        "inLanguage": language,
        "isPartOf": the_site(language),
        "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": title, "url": address}
                for place, (title, address) in enumerate(entries, start=1)
            ],
        },
    }


def an_owner(owner: Person | Organisation, *, language: str) -> Facts:
    """Who a campaign belongs to. A person is named, an organisation has a page, and a contact
    if it shows one.
    """
    if isinstance(owner, Person):
        return {"@type": "Person", "name": owner.name}
    known: Facts = {
        "@type": "Organization",
        "name": owner.name,
        "url": f"{settings.COLLETTA_URL}/{language}/organisations/{owner.slug}/",
    }
    return known | ({"email": owner.shown_contact} if owner.contact_shown else {})


def a_campaign(
    campaign: Campaign, figures: CampaignFigures, *, language: str, described: Facts
) -> Facts:
    """A campaign as a project that, while it is open, can be given to.

    schema.org has no word for what was raised of a target, so the sums stay on the page.
    """
    url = f"{settings.COLLETTA_URL}/{language}/campaigns/{campaign.slug}/"
    project = {
        "@type": "Project",
        **described,
        "url": url,
        "parentOrganization": an_owner(campaign.owner, language=language),
    }
    if campaign.owner_person:
        project["member"] = project.pop("parentOrganization")
    if campaign.place:
        project["location"] = campaign.place
    if figures.state == State.LIVE:
        project["potentialAction"] = _donating(campaign, url=url, language=language)
    return {
        "@type": "WebPage",
        "url": url,
        "name": described["name"],
        "inLanguage": language,
        "isPartOf": the_site(language),
        "mainEntity": project,
    }


def _donating(campaign: Campaign, *, url: str, language: str) -> Facts:
    return {
        "@type": "DonateAction",
        "recipient": an_owner(campaign.owner, language=language),
        "startTime": campaign.opens_at.isoformat(),
        "endTime": campaign.closes_at.isoformat(),
        "target": {"@type": "EntryPoint", "urlTemplate": f"{url}pledges/new/"},
    }
