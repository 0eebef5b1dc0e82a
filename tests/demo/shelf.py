"""The folders of the demonstration, each read once, and what they say."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from colletta.demo.loading import folders
from colletta.folders.contents import CampaignFolder, Texts
from colletta.folders.reading.folder import read_folder
from colletta.money import Money

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
WRITTEN = {".md", ".toml", ".csv"}
LANGUAGES = {"it", "en"}


@cache
def read(folder: Path) -> CampaignFolder:
    """What a folder says at noon. Raises FolderRefused with every fault."""
    return read_folder(folder, now=NOON)


def campaigns() -> list[CampaignFolder]:
    """Every campaign of the demonstration."""
    return [read(folder) for folder in folders()]


def given(campaign: CampaignFolder) -> Money:
    """The gifts and promises of a folder together."""
    currency = campaign.terms.target.currency
    return Money(sum(gift.amount.minor for gift in campaign.gifts), currency)


def files_in(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every written file of a folder with what it says."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in WRITTEN:
            yield path, path.read_text(encoding="utf-8")


def texts_of(campaign: CampaignFolder) -> Iterator[str]:
    """Everything in a folder that somebody wrote to be read."""
    by_language: list[Texts] = [
        campaign.terms.titles,
        campaign.terms.taglines,
        campaign.stories,
        campaign.owner.about,
        *(texts for line in campaign.budget for texts in (line.names, line.notes)),
        *(reward.names for reward in campaign.rewards),
        *(texts for one in campaign.questions for texts in (one.questions, one.answers)),
        *(texts for update in campaign.updates for texts in (update.titles, update.texts)),
        *(texts for one in campaign.gallery for texts in (one.alternatives, one.captions)),
    ]
    for texts in by_language:
        yield from texts.values()
    yield from (comment.text for comment in campaign.comments)
    yield from (gift.message for gift in campaign.gifts)


def phrases(texts: Iterator[str] | list[str], *, words: int) -> set[str]:
    """Every run of so many words, without regard to capitals, marks and tags."""
    runs = set()
    for text in texts:
        found = re.findall(r"[^\W_]+", re.sub(r"<[^>]*>", " ", text).casefold())
        runs |= {" ".join(found[at : at + words]) for at in range(len(found) - words + 1)}
    return runs
