"""An operator turns a folder into a campaign."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.folders.arrival.campaigns import write_campaign
from colletta.folders.arrival.course import Report, run_course
from colletta.folders.arrival.matches import write_matches
from colletta.folders.arrival.owners import AddressOfAnother, known_owner, owner_of
from colletta.folders.arrival.turns import wait_for_other_loadings
from colletta.folders.arrival.voices import write_comments, write_update
from colletta.folders.contents import CampaignFolder, Fingerprint
from colletta.folders.faults import FolderRefused
from colletta.folders.models import Loading
from colletta.folders.reading.fingerprints import differences
from colletta.folders.reading.folder import opened, read_opened
from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.history.elsewhere import happened_elsewhere
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.pictures.actions.store_picture import NoRoomForPicture, store_picture
from colletta.pictures.encoding import Effort
from colletta.pictures.models import Picture

__all__ = [
    "AddressOfAnother",
    "FolderDiffers",
    "FolderRefused",
    "Loaded",
    "NoRoomForPicture",
    "SlugTaken",
    "load_folder",
]

MOST_NAMED = 20


class SlugTaken(Exception):
    """Another owner's campaign, or one that came from no folder, has this address."""


class FolderDiffers(Exception):
    """The campaign was loaded before and the folder says something else now.

    `differences` names the files and keys.
    """

    def __init__(self, slug: str, found: list[str]) -> None:
        self.differences = found
        named = "\n".join(f"  {difference}" for difference in found[:MOST_NAMED])
        more = len(found) - MOST_NAMED
        rest = f"\n  and {more} more" if more > 0 else ""
        super().__init__(
            f'"{slug}" was loaded before, and this folder differs in:\n{named}{rest}\n'
            "Nothing was changed. Give the folder another slug to load it as another campaign."
        )


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What became of a folder. `changed` is false where it had been loaded before."""

    campaign: Campaign
    changed: bool


def _in_silence(_line: str) -> None:
    """Reports to nobody."""


def load_folder(
    *, folder: Path, report: Report = _in_silence, effort: Effort = Effort.THOROUGH
) -> Loaded:
    """The folder is a campaign, with its gifts in the books; or nothing at all has changed.

    The same folder again changes nothing. `report` is told what was done, a line at a time.
    `effort` is what its pictures are worth.
    Raises FolderRefused with every fault, SlugTaken, FolderDiffers, AddressOfAnother,
    NoRoomForPicture.
    """
    files = opened(folder)
    earlier = _loading_of(files.slug)
    if earlier and earlier.digest == files.fingerprint.digest and not files.files.faults.found:
        return Loaded(campaign=earlier.campaign, changed=False)
    # Offsets count from the first loading, so that a later one differs by what it says alone.
    present = now()
    moment = earlier.loaded_at if earlier else present
    wanted = read_opened(files, now=moment, present=present)
    _refuse_a_taken_slug(wanted)
    pictures = _store_pictures(wanted, report, effort)
    return _write(wanted, pictures, moment, report, present=present)


def _loading_of(slug: str) -> Loading | None:
    return Loading.objects.select_related("campaign").filter(campaign__slug=slug).first()


def _refuse_a_taken_slug(folder: CampaignFolder) -> None:
    """Raises SlugTaken, FolderDiffers."""
    slug = folder.terms.slug
    campaign = Campaign.objects.filter(slug=slug).first()
    if campaign is None:
        return
    loading = _loading_of(slug)
    if loading is None or campaign.owner != known_owner(folder.owner):
        raise SlugTaken(
            f'The address "{slug}" belongs to a campaign of {campaign.owner}. Choose another slug.'
        )
    raise FolderDiffers(slug, differences(loading.contents, folder.fingerprint.contents))


def _store_pictures(folder: CampaignFolder, report: Report, effort: Effort) -> dict[str, Picture]:
    """The pictures by the paths of their files; stored first, an orphan does no harm."""
    uploads = {f"gallery/{upload.name}": upload for upload in folder.gallery}
    if folder.cover:
        uploads[folder.cover.name] = folder.cover
    pictures = {}
    for count, (path, upload) in enumerate(uploads.items(), start=1):
        pictures[path] = store_picture(file=upload.content, name=upload.name, effort=effort)
        report(f"{count} of {len(uploads)} pictures stored")
    return pictures


@transaction.atomic
def _write(
    folder: CampaignFolder,
    pictures: dict[str, Picture],
    moment: datetime,
    report: Report,
    *,
    present: datetime,
) -> Loaded:
    """All rows in one transaction; who comes second finds what the first has loaded."""
    wait_for_other_loadings()
    twin = _loading_of(folder.terms.slug)
    if twin and twin.digest == folder.fingerprint.digest:
        return Loaded(campaign=twin.campaign, changed=False)
    _refuse_a_taken_slug(folder)
    until = max(folder.terms.closes_at, moment + timedelta(days=1))
    owner = owner_of(folder.owner, folder.terms)
    campaign = write_campaign(folder, owner, pictures, closes_at=until)
    _write_voices(campaign, folder)
    with happened_elsewhere():
        run_course(campaign, folder, now=moment, report=report)
    evaluate_matches(campaign_id=campaign.pk, at=present)
    _remember(campaign, folder.fingerprint, moment)
    campaign.refresh_from_db()
    return Loaded(campaign=campaign, changed=True)


def _write_voices(campaign: Campaign, folder: CampaignFolder) -> None:
    write_matches(campaign, folder.matches)
    write_comments(campaign, folder.comments)
    for update in folder.updates:
        write_update(campaign, update)


def _remember(campaign: Campaign, fingerprint: Fingerprint, moment: datetime) -> None:
    Loading.objects.create(
        campaign=campaign,
        digest=fingerprint.digest,
        contents=fingerprint.contents,
        loaded_at=moment,
    )
    record("campaign.loaded", about=f"campaign:{campaign.pk}", at=moment)
