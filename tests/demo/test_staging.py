"""Campaigns and people together."""

import shutil
from pathlib import Path

import pytest

import colletta.demo.loading
from colletta.demo.cast import CAST
from colletta.demo.staging import stage
from colletta.people.models import Person

pytestmark = pytest.mark.django_db


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
