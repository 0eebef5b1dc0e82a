"""A call leaves, and is the same elsewhere."""

from pathlib import Path

import pytest

from colletta.folders.actions.export_call import FolderIsNotEmpty, NoSuchCall, export_call
from colletta.folders.actions.export_campaign import export_campaign
from colletta.folders.actions.load_call import load_call
from colletta.folders.actions.load_folder import load_folder
from colletta.matching.models import Match
from tests.database import Databases
from tests.folders.moving import another_site, bytes_of
from tests.folders.workbench import copied, garden


def test_call_and_campaign_move_together_and_are_the_same(
    databases: Databases, tmp_path: Path
) -> None:
    folders = {"here": (copied("verde-vicino", tmp_path), garden(tmp_path))}
    folders["there"] = (tmp_path / "here-call", tmp_path / "here-campaign")
    for site, (call, campaign) in folders.items():
        with another_site(databases, tmp_path / site):
            load_call(folder=call)
            load_folder(folder=campaign)
            assert not Match.objects.get(position=1).call.private
            export_call(slug="verde-vicino", folder=tmp_path / f"{site}-call")
            export_campaign(slug="orto-di-via-luna", folder=tmp_path / f"{site}-campaign")
    for name in ("call", "campaign"):
        assert bytes_of(tmp_path / f"there-{name}") == bytes_of(tmp_path / f"here-{name}")


@pytest.mark.django_db
def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCall):
        export_call(slug="nessuno", folder=tmp_path / "x")
    (tmp_path / "note").write_text("mine")
    with pytest.raises(FolderIsNotEmpty):
        export_call(slug="nessuno", folder=tmp_path)
