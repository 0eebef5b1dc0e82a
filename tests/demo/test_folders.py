"""What every folder of the demonstration has to be."""

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from colletta.demo.loading import FOLDERS, folders
from tests.demo.shelf import LANGUAGES, NOON, files_in, read

MOST_BYTES = 4 * 1024 * 1024
ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
each_folder = pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)


@each_folder
def test_a_folder_is_read_without_a_fault(folder: Path) -> None:
    assert read(folder).terms.slug == folder.name


@each_folder
def test_a_folder_stays_fresh(folder: Path) -> None:
    text = (folder / "campaign.toml").read_text(encoding="utf-8")
    dates = re.findall(r'^(?:opens|closes|at) = "(.+)"$', text, re.MULTILINE)
    for _, update in files_in(folder / "updates"):
        dates += re.findall(r"^at: (.+)$", update, re.MULTILINE)
    assert len(dates) >= 2
    assert [date for date in dates if not re.fullmatch(r"[+-]\d+[hd]", date)] == []


@each_folder
def test_whoever_reads_one_language_finds_what_the_money_is_for(folder: Path) -> None:
    campaign = read(folder)
    assert set(campaign.terms.titles) == set(campaign.terms.taglines) == LANGUAGES
    assert len(campaign.budget) >= 3
    for texts in [line.names for line in campaign.budget] + [
        line.notes for line in campaign.budget if line.notes
    ]:
        assert set(texts) == LANGUAGES


@each_folder
def test_answers_rewards_and_news_are_in_the_languages_of_the_story(folder: Path) -> None:
    campaign = read(folder)
    told = set(campaign.stories)
    assert told <= LANGUAGES
    for reward in campaign.rewards:
        assert set(reward.names) == LANGUAGES
    for question in campaign.questions:
        assert set(question.questions) == set(question.answers) == LANGUAGES
    for update in campaign.updates:
        assert set(update.titles) == set(update.texts) == told


@each_folder
def test_every_picture_of_a_gallery_is_described_in_both_languages(folder: Path) -> None:
    gallery = read(folder).gallery
    assert 1 <= len(gallery) <= 3
    for picture in gallery:
        assert set(picture.alternatives) == LANGUAGES, picture.name
        assert set(picture.captions) in (set(), LANGUAGES), picture.name


@each_folder
def test_a_cover_fills_the_page(folder: Path) -> None:
    cover = read(folder).cover
    assert cover is not None
    with Image.open(BytesIO(cover.content)) as picture:
        assert picture.size == (1600, 900)


@each_folder
def test_nobody_can_be_written_to(folder: Path) -> None:
    addresses = [address for _, text in files_in(folder) for address in ADDRESS.findall(text)]
    assert addresses
    assert [address for address in addresses if not address.endswith(".example")] == []


@each_folder
def test_the_budget_never_asks_for_more_than_the_target(folder: Path) -> None:
    campaign = read(folder)
    stated = [line.amount.minor for line in campaign.budget if line.amount]
    assert sum(stated) <= campaign.terms.target.minor
    if len(stated) == len(campaign.budget):
        assert sum(stated) == campaign.terms.target.minor


@each_folder
def test_the_duration_is_that_of_the_dates(folder: Path) -> None:
    terms = read(folder).terms
    lasted = terms.closes_at - terms.opens_at
    assert terms.duration_days is not None
    assert abs(lasted - timedelta(days=terms.duration_days)) < timedelta(days=1)


@each_folder
def test_comments_and_news_come_after_the_opening(folder: Path) -> None:
    campaign = read(folder)
    for moment in [comment.at for comment in campaign.comments] + [
        update.at for update in campaign.updates
    ]:
        assert campaign.terms.opens_at < moment <= NOON


def test_nothing_else_lies_beside_the_folders() -> None:
    assert sorted(FOLDERS.iterdir()) == folders()


def test_the_pictures_are_no_burden_for_a_clone() -> None:
    pictures = [path for path in FOLDERS.rglob("*") if path.suffix == ".webp"]
    assert len(pictures) >= 30
    assert sum(path.stat().st_size for path in pictures) < MOST_BYTES
