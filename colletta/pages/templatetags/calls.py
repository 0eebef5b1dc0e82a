"""Tags of the pages of calls."""

from django import template

from colletta.campaigns.models import Campaign
from colletta.ui.templatetags.ui import page_language

register = template.Library()


@register.simple_tag
def title_of(campaign: Campaign) -> str:
    """The title of a campaign in the page's language, or else in its own."""
    return campaign.text_in(page_language()).title
