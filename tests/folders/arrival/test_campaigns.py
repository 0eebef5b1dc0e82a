"""The campaign with its texts, pictures and plan."""

from pathlib import Path

import pytest

from colletta.campaigns.models import Campaign
from colletta.folders.actions.load_folder import load_folder
from colletta.money import Money
from colletta.people.models import Organisation
from tests.folders.workbench import edit, garden, stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return load_folder(folder=garden(tmp_path)).campaign


def test_the_terms_are_those_of_the_folder(campaign: Campaign) -> None:
    assert campaign.target == Money(120_000, "EUR")
    assert (campaign.category, campaign.place) == ("environment", "Trieste, San Giacomo")
    assert (campaign.duration_days, campaign.sdgs) == (30, [11, 13, 15])
    assert (campaign.closes_at - campaign.opens_at).days == 30
    assert isinstance(campaign.owner, Organisation)
    assert campaign.owner.about["en"].startswith("<p>We are <em>Circolo Aurora</em>")


def test_each_language_has_its_text(campaign: Campaign) -> None:
    assert {text.language for text in campaign.texts.all()} == {"it", "en"}
    assert campaign.text_in("en").title == "A garden in Luna street"
    assert "<strong>sei vasche</strong>" in campaign.text_in("it").story
    assert campaign.text_in("de").tagline.startswith("Sei vasche")


def test_a_language_may_have_a_story_and_no_title(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "story.it.md").write_text("Assi e lampade.")
    campaign = load_folder(folder=folder).campaign
    assert (campaign.text_in("it").title, campaign.text_in("it").story) == (
        "A stage on the square",
        "<p>Assi e lampade.</p>",
    )


def test_the_pictures_are_there_in_sizes(campaign: Campaign) -> None:
    assert campaign.cover
    assert (campaign.cover.width, campaign.cover.height) == (960, 540)
    assert {size.format for size in campaign.cover.sizes.all()} == {"avif", "webp", "jpeg"}
    yard, bed = campaign.gallery.all()
    assert (yard.file_name, bed.file_name) == ("cortile.png", "vasca.webp")
    assert yard.alternatives["it"] == "Il cortile visto dall'alto, grigio"
    assert yard.captions == {"it": "Com'è oggi"}
    assert bed.picture.width == 500


def test_budget_rewards_and_questions_keep_their_order(campaign: Campaign) -> None:
    assert [line.amount for line in campaign.budget.all()] == [Money(70_000, "EUR"), None]
    box, jar = campaign.rewards.all()
    assert (box.price, box.left, box.delivery) == (Money(2500, "EUR"), 12, "2027-07")
    assert (jar.left, jar.shipping) == (None, True)
    assert campaign.questions.get().answers["en"] == "Yes, every Saturday morning."


def test_a_person_may_own_a_campaign(tmp_path: Path) -> None:
    campaign = load_folder(folder=stage(tmp_path)).campaign
    assert (campaign.owner.name, campaign.contact_email) == ("Ada", "ada@posta.example")


@pytest.mark.parametrize("state", ["draft", "approved"])
def test_a_campaign_may_stand_at_its_beginning(tmp_path: Path, state: str) -> None:
    folder = stage(tmp_path)
    (folder / "supporters.csv").unlink()
    edit(folder, "campaign.toml", "sdgs = []", f'sdgs = []\nstate = "{state}"')
    campaign = load_folder(folder=folder).campaign
    assert campaign.state == state
    assert (campaign.closes_at - campaign.opens_at).days == 15
