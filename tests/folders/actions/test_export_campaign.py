"""An owner leaves with everything."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings

from colletta.campaigns.models import Campaign, CampaignText, State
from colletta.community.actions.delete_comment import delete_comment
from colletta.community.actions.hide_comment import hide_comment
from colletta.community.models import Comment
from colletta.folders.actions.export_campaign import (
    CannotBeWritten,
    FolderIsNotEmpty,
    NoSuchCampaign,
    PictureIsMissing,
    export_campaign,
)
from colletta.folders.actions.load_folder import load_folder
from colletta.history.clock import now
from tests.cast import ada, approved_campaign, bruno, carla, live_campaign
from tests.community.talk import in_the_team, said
from tests.folders.workbench import edit, garden

pytestmark = pytest.mark.usefixtures("fresh_database")


def test_what_was_done_is_reported(tmp_path: Path) -> None:
    live_campaign()
    lines: list[str] = []
    assert export_campaign(slug="orto-in-cortile", folder=tmp_path / "x", report=lines.append) == 2
    assert lines == ["2 files gathered", "read once more, without fault"]
    assert sorted(path.name for path in (tmp_path / "x").iterdir()) == [
        "campaign.toml",
        "story.it.md",
    ]


def test_the_same_campaign_twice_is_the_same_folder(tmp_path: Path) -> None:
    load_folder(folder=garden(tmp_path))
    for name in ("first", "second"):
        export_campaign(slug="orto-di-via-luna", folder=tmp_path / name)
    for path in (tmp_path / "first").rglob("*.*"):
        assert (tmp_path / "second" / path.relative_to(tmp_path / "first")).read_bytes() == (
            path.read_bytes()
        )


def test_what_is_hidden_taken_back_or_unread_stays_behind(tmp_path: Path) -> None:
    campaign = live_campaign()
    for text in ("Visibile", "Nascosto", "Cancellato"):
        said(campaign, text)
    said(campaign, "Da leggere", ada(), first_waits=True)
    hidden, deleted = Comment.objects.get(text="Nascosto"), Comment.objects.get(text="Cancellato")
    hide_comment(comment_id=hidden.pk, by=in_the_team(carla()), because="Fuori tema", at=now())
    delete_comment(comment_id=deleted.pk, person_id=bruno().pk, at=now())
    export_campaign(slug="orto-in-cortile", folder=tmp_path / "x")
    written = (tmp_path / "x" / "campaign.toml").read_text(encoding="utf-8")
    assert "Visibile" in written
    assert written.count("[[comment]]") == 1


def test_answers_keep_their_thread_on_the_way(tmp_path: Path) -> None:
    campaign = load_folder(folder=garden(tmp_path)).campaign
    first = said(campaign, "Serve una mano?")
    said(campaign, "Altro discorso")
    said(campaign, "Sì, sabato", by=carla(), parent_id=first.pk)
    lost = said(campaign, "Nascosto")
    said(campaign, "Senza filo", by=carla(), parent_id=lost.pk)
    hide_comment(comment_id=lost.pk, by=in_the_team(carla()), because="Fuori tema", at=now())
    export_campaign(slug=campaign.slug, folder=tmp_path / "out")
    written = (tmp_path / "out" / "campaign.toml").read_text(encoding="utf-8")
    assert written.count("answers = 2") == written.count("answers =") == 1
    # The exported folder is loaded as another campaign of the same owner.
    edit(tmp_path / "out", "campaign.toml", campaign.slug, "altrove")
    there = load_folder(folder=tmp_path / "out").campaign
    (answer,) = Comment.objects.filter(campaign=there, parent__isnull=False)
    assert answer.parent is not None
    assert (answer.text, answer.parent.text) == ("Sì, sabato", "Serve una mano?")


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    live_campaign()
    (tmp_path / "x").mkdir()
    export_campaign(slug="orto-in-cortile", folder=tmp_path / "x")
    assert (tmp_path / "x" / "campaign.toml").is_file()


def test_a_folder_that_holds_something_is_refused_and_stays(tmp_path: Path) -> None:
    live_campaign()
    (tmp_path / "note").write_text("mine")
    for place in (tmp_path, tmp_path / "note"):
        with pytest.raises(FolderIsNotEmpty):
            export_campaign(slug="orto-in-cortile", folder=place)
    assert [path.name for path in tmp_path.iterdir()] == ["note"]


def test_an_unknown_slug_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCampaign, match="nessuno"):
        export_campaign(slug="nessuno", folder=tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "steps",
    [
        [State.LIVE, State.CLOSING],
        [State.LIVE, State.SUSPENDED],
        [State.LIVE, State.CLOSING, State.ENDED, State.SETTLED],
    ],
)
def test_a_state_that_cannot_be_loaded_is_refused_with_its_reason(
    tmp_path: Path, steps: list[State]
) -> None:
    campaign = approved_campaign()
    for state in steps:
        Campaign.objects.filter(pk=campaign.pk).update(state=state)
    with pytest.raises(CannotBeWritten, match="cannot be written now"):
        export_campaign(slug=campaign.slug, folder=tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_loaded_again_is_not_handed_out(tmp_path: Path) -> None:
    campaign = live_campaign()
    CampaignText.objects.filter(campaign=campaign).update(title="")
    with pytest.raises(CannotBeWritten, match="title"):
        export_campaign(slug=campaign.slug, folder=tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_is_gone_is_named(tmp_path: Path) -> None:
    load_folder(folder=garden(tmp_path))
    shutil.rmtree(Path(settings.MEDIA_ROOT) / "masters")
    with pytest.raises(PictureIsMissing, match="is not there"):
        export_campaign(slug="orto-di-via-luna", folder=tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_only_its_owner_reads_the_folder(tmp_path: Path) -> None:
    load_folder(folder=garden(tmp_path))
    export_campaign(slug="orto-di-via-luna", folder=tmp_path / "x")
    assert (tmp_path / "x").stat().st_mode & 0o077 == 0
    assert (tmp_path / "x" / "supporters.csv").stat().st_mode & 0o077 == 0
