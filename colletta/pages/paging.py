"""Long lists, a page at a time."""

from django.core.paginator import Page, Paginator

from colletta.campaigns.models import Campaign, CampaignQuerySet

ON_A_PAGE = 24  # fills rows of two, three, four cards


def page_of(campaigns: CampaignQuerySet, asked: str | None) -> Page[Campaign]:
    """The page asked for, the first where that is no number, the last where there are fewer."""
    return Paginator(campaigns, ON_A_PAGE).get_page(asked)


def address_of(path: str, page: Page[Campaign], query: str = "") -> str:
    """The one address of a page of a list: its path, its query, its number from the second on."""
    parts = [query, f"page={page.number}" if page.number > 1 else ""]
    return f"{path}?{'&'.join(filter(None, parts))}".rstrip("?")


def campaigns_on(page: Page[Campaign]) -> CampaignQuerySet:
    """The campaigns of one page, still to be read."""
    listed = page.object_list
    assert isinstance(listed, CampaignQuerySet)
    return listed
