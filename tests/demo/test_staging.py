"""Campaigns and people together."""

import shutil
from pathlib import Path

import pytest

import colletta.demo.loading
from colletta.campaigns.models import Campaign
from colletta.demo.cast import CAST
from colletta.demo.staging import stage
from colletta.people.models import Person
from colletta.pictures.models import Picture


@pytest.mark.usefixtures("fresh_database")
def test_the_stage_is_set_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = colletta.demo.loading.FOLDERS / "mille-pagaiate"
    shutil.copytree(
        whole, tmp_path / whole.name, ignore=shutil.ignore_patterns("gallery", "*.webp")
    )
    monkeypatch.setattr(colletta.demo.loading, "FOLDERS", tmp_path)
    said: list[str] = []
    stage(said.append)
    assert said[-1] == f"{len(CAST)} people have joined"
    assert Person.objects.filter(email__in=[one.email for one in CAST]).count() == len(CAST)
    said.clear()
    stage(said.append)
    assert said == ["1 campaigns are there already"]


@pytest.mark.usefixtures("fresh_database")
def test_a_whole_folder_comes_with_its_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = colletta.demo.loading.FOLDERS / "mille-pagaiate"
    shutil.copytree(whole, tmp_path / whole.name)
    monkeypatch.setattr(colletta.demo.loading, "FOLDERS", tmp_path)
    stage(lambda _line: None)
    campaign = Campaign.objects.get()
    assert campaign.cover is not None
    assert campaign.gallery.get().alternatives.keys() == {"it", "en"}
    assert Picture.objects.count() == 2
