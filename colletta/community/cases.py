"""What a case is about: its words, whose they are, where they stand, who sees them."""

from dataclasses import dataclass

from colletta.campaigns.models import Campaign, State
from colletta.community.models import Case, Comment, Kind, Update
from colletta.community.readers import comments_read_by, updates_read_by
from colletta.people.models import Membership, Person
from colletta.people.models.organisation import EDITING
from colletta.people.telling import told_plainly
from colletta.pledges.models import Pledge

EXCERPT = 600  # signs of a long text


@dataclass(frozen=True, kw_only=True)
class Addressee:
    """Somebody whom a decision concerns."""

    name: str
    email: str
    language: str


def campaign_of(case: Case) -> Campaign | None:
    """The campaign to which it belongs; a profile belongs to none."""
    held = case.comment or case.update or case.pledge
    return held.campaign if held is not None else case.campaign


def name_of(case: Case) -> str:
    """Whose words they are, as it stands there."""
    if case.comment is not None:
        return case.comment.name
    if case.pledge is not None:
        return case.pledge.name
    if case.person is not None:
        return case.person.name
    campaign = campaign_of(case)
    return campaign.owner.name if campaign is not None else ""


def words_of(case: Case) -> str:
    """What stands there, as plain text; the beginning of a long one."""
    return _words_of(case).strip()[:EXCERPT]


def place_of(case: Case) -> str:
    """Where it stands, below the language of the address."""
    if case.person is not None:
        return f"people/{case.person.public_id}/"
    campaign = campaign_of(case)
    assert campaign is not None, "only a profile belongs to no campaign"
    page = f"campaigns/{campaign.slug}/"
    if case.comment is not None:
        return f"{page}comments/{case.comment.pk}/"
    return {Kind.UPDATE.value: f"{page}#updates", Kind.PLEDGE.value: f"{page}supporters/"}.get(
        case.kind, page
    )


def is_seen(case: Case, *, by: Person | None = None) -> bool:
    """Whether everybody sees it now, or this person does. What they do not see is not reported."""
    campaign = campaign_of(case)
    if campaign is not None and not Campaign.objects.public().filter(pk=campaign.pk).exists():
        return False
    if case.comment is not None:
        read = comments_read_by(by) if by is not None else Comment.objects.readable()
        return read.filter(pk=case.comment.pk).exists()
    if case.person is not None:
        return Person.objects.with_page().filter(pk=case.person.pk).exists()
    if case.pledge is not None:
        shown = Pledge.objects.standing().filter(name_hidden_at__isnull=True)
        return shown.filter(pk=case.pledge.pk).exists()
    if case.update is None:
        return True
    told = updates_read_by(by, case.update.campaign) if by is not None else Update.objects.told()
    return told.filter(pk=case.update.pk).exists()


def is_hidden(case: Case) -> bool:
    """Whether it was taken from everybody's eyes."""
    if case.comment is not None:
        return case.comment.hidden_at is not None
    if case.update is not None:
        return case.update.hidden_at is not None
    if case.pledge is not None:
        return case.pledge.name_hidden_at is not None
    if case.person is not None:
        return case.person.profile_hidden_at is not None
    return case.campaign is not None and case.campaign.state == State.SUSPENDED


def authors_of(case: Case) -> list[Addressee]:
    """Who answers for the words: their author, or the people who look after the campaign.

    Nobody for what came in with a campaign's folder and belongs to no person here.
    """
    if case.comment is not None:
        return [_addressee(case.comment.person)] if case.comment.person else []
    if case.person is not None:
        return [_addressee(case.person)]
    if case.pledge is not None:
        return _supporter(case.pledge)
    campaign = campaign_of(case)
    return _owners(campaign) if campaign is not None else []


def _words_of(case: Case) -> str:
    if case.comment is not None:
        return case.comment.text
    if case.pledge is not None:
        return f"{case.pledge.name}\n{case.pledge.message}"
    if case.person is not None:
        about = _first(case.person.about, case.person.about_language)
        return f"{case.person.name}\n{told_plainly(about)}"
    if case.update is not None:
        language = case.update.language
        title, text = _first(case.update.titles, language), _first(case.update.texts, language)
        return f"{title}\n{told_plainly(text)}"
    assert case.campaign is not None
    told = case.campaign.text_in(case.campaign.language)
    return f"{told.title}\n{told.tagline}\n{told_plainly(told.story)}"


def _first(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")


def _addressee(person: Person) -> Addressee:
    return Addressee(name=person.name, email=person.email, language=person.language)


def _supporter(pledge: Pledge) -> list[Addressee]:
    if pledge.person is not None:
        return [_addressee(pledge.person)]
    if not pledge.email:
        return []
    language = pledge.language or pledge.campaign.language
    return [Addressee(name=pledge.name, email=pledge.email, language=language)]


def _owners(campaign: Campaign) -> list[Addressee]:
    if campaign.owner_person is not None:
        return [_addressee(campaign.owner_person)]
    owner = campaign.owner_organisation
    assert owner is not None, "the database holds one owner for each campaign"
    team = Membership.objects.filter(organisation=owner, role__in=EDITING)
    if people := [one.person for one in team.select_related("person").order_by("pk")]:
        return [_addressee(person) for person in people]
    return [Addressee(name=owner.name, email=owner.contact_email, language=campaign.language)]
