"""Reading a whole folder: every fault is found, then it is a campaign or it is refused."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from colletta.folders.contents import CampaignFolder, Fingerprint
from colletta.folders.faults import Faults
from colletta.folders.reading.campaign import read_owner, read_terms
from colletta.folders.reading.documents import Document, read_document
from colletta.folders.reading.files import Files, open_folder
from colletta.folders.reading.fingerprints import fingerprint_of
from colletta.folders.reading.matches import read_match
from colletta.folders.reading.plan import (
    read_budget_line,
    read_comments,
    read_question,
    read_reward,
)
from colletta.folders.reading.stories import read_stories, read_texts
from colletta.folders.reading.supporters import read_supporters
from colletta.folders.reading.tables import Table
from colletta.folders.reading.updates import read_updates
from colletta.folders.reading.uploads import read_cover, read_gallery

CAMPAIGN = "campaign.toml"
CAPTIONS = "gallery/captions.toml"
FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class OpenedFolder:
    """The files of a folder, and those of them that are TOML and could be parsed."""

    files: Files
    campaign: Document | None
    captions: Document | None
    fingerprint: Fingerprint

    @property
    def slug(self) -> str:
        """The address that the folder asks for, as written; "" where there is none."""
        terms = self.campaign.values.get("campaign") if self.campaign else None
        slug = terms.get("slug") if isinstance(terms, dict) else None
        return slug if isinstance(slug, str) else ""


def read_folder(folder: Path, *, now: datetime) -> CampaignFolder:
    """What a campaign's folder says; offsets count from `now`.

    Reads files and nothing else: no database, no network. Raises FolderRefused with all faults.
    """
    return read_opened(opened(folder), now=now)


def opened(folder: Path) -> OpenedFolder:
    """The folder's files, read once. Faults met on the way are kept for `read_opened`."""
    files = open_folder(folder, Faults())
    campaign, captions = read_document(files, CAMPAIGN), read_document(files, CAPTIONS)
    return OpenedFolder(
        files=files,
        campaign=campaign,
        captions=captions,
        fingerprint=fingerprint_of(files, [campaign, captions]),
    )


def read_opened(
    folder: OpenedFolder, *, now: datetime, present: datetime | None = None
) -> CampaignFolder:
    """What an opened folder says. Raises FolderRefused with all faults.

    Where it was loaded before, `now` is that instant and `present` is this one.
    """
    files = folder.files
    table = whole(folder)
    read_format(table)
    terms, frame = read_terms(table.table("campaign"), now=now, present=present or now)
    campaign = CampaignFolder(
        terms=terms,
        owner=read_owner(table.table("owner"), read_texts(files, "owner")),
        stories=read_stories(files, frame.language),
        cover=read_cover(files),
        gallery=read_gallery(files, folder.captions, frame),
        budget=[read_budget_line(entry, frame) for entry in table.tables("budget")],
        rewards=[read_reward(entry, frame) for entry in table.tables("reward")],
        questions=[read_question(entry, frame) for entry in table.tables("question")],
        matches=[read_match(entry, frame) for entry in table.tables("match")],
        comments=read_comments(table.tables("comment"), frame),
        updates=read_updates(files, frame),
        gifts=read_supporters(files, frame),
        fingerprint=folder.fingerprint,
    )
    table.refuse_others()
    files.faults.refuse_any()
    return campaign


def whole(folder: OpenedFolder) -> Table:
    """The values of campaign.toml.

    Where there are none one fault says so, and what would be missing in them is not listed.
    """
    faults = folder.files.faults
    if folder.campaign is None and not faults.about(CAMPAIGN):
        faults.add(CAMPAIGN, "The file is missing. It says what the campaign asks for.")
    document = folder.campaign or Document(file=CAMPAIGN, values={}, lines={}, faults=Faults())
    return Table(document, (), document.values)


def read_format(table: Table) -> None:
    """The number of the format."""
    number = table.take("format")
    if number is not None and (type(number) is not int or number != FORMAT):
        table.fault("format", f"Only format {FORMAT} is read here. Write format = {FORMAT}.")
