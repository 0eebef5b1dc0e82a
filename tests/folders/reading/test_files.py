"""The files of a folder: within limits, and never from outside."""

import os
from pathlib import Path

import pytest

from colletta.folders.faults import Faults
from colletta.folders.reading import files
from colletta.folders.reading.files import open_folder
from tests.folders.workbench import edit, faults_of, only_fault, read, stage


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    as_it_was = read(folder)
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
        file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read(folder) == as_it_was


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "story.en.md").write_bytes(b"Planks.\n\nA caf\xe9.\n")
    fault = only_fault(folder)
    assert (fault.file, fault.line) == ("story.en.md", 3)
    assert "UTF-8" in fault.reason


@pytest.mark.parametrize("file", ["campaign.toml", "supporters.csv", "story.en.md"])
def test_a_nul_character_is_refused_with_its_line(tmp_path: Path, file: str) -> None:
    folder = stage(tmp_path)
    content = (folder / file).read_bytes()
    (folder / file).write_bytes(content + b"\n\0")
    assert (file, content.count(b"\n") + 2) in [
        (fault.file, fault.line) for fault in faults_of(folder)
    ]


@pytest.mark.parametrize(
    "name",
    ["stroy.en.md", "story.md", "story.english.md", "notes.txt", "cover.svg", "gallery/a.bmp"],
)
def test_a_file_that_does_not_belong_is_refused_by_name(tmp_path: Path, name: str) -> None:
    folder = stage(tmp_path)
    (folder / "gallery").mkdir()
    (folder / name).write_text("something")
    assert only_fault(folder).file == name


def test_a_folder_that_does_not_belong_is_refused_by_name(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "galery").mkdir()
    (folder / "galery" / "a.jpg").write_text("something")
    assert only_fault(folder).file == "galery"


def test_what_a_desktop_leaves_behind_is_overlooked(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / ".git").mkdir()
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", ".git/config"):
        (folder / name).write_bytes(b"\0\1\2")
    assert faults_of(folder) == []


def test_A18_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (tmp_path / "secret").write_text("of somebody else")
    (folder / "owner.en.md").symlink_to(tmp_path / "secret")
    (folder / "cover.jpg").symlink_to("/dev/zero")
    (folder / "gallery").symlink_to("/etc")
    found = faults_of(folder)
    assert {fault.file for fault in found} >= {"owner.en.md", "cover.jpg"}
    assert any(fault.file.startswith("gallery/") for fault in found)
    assert not any("somebody" in str(fault) for fault in found)


def test_a_link_within_the_folder_is_the_file_it_leads_to(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "story.it.md").symlink_to("story.en.md")
    assert set(read(folder).stories) == {"en", "it"}


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "owner.en.md").symlink_to("owner.it.md")
    (folder / "owner.it.md").symlink_to("owner.en.md")
    assert {fault.file for fault in faults_of(folder)} == {"owner.en.md", "owner.it.md"}


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    os.mkfifo(folder / "owner.en.md")
    assert "no regular file" in only_fault(folder).reason


def test_a_file_above_its_limit_is_refused(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "story.en.md").write_text("x" * (files.LARGEST_TEXT + 1))
    assert "512 KB" in only_fault(folder).reason
    (folder / "story.en.md").write_text("Planks.")
    edit(folder, "campaign.toml", "format = 1", "format = 1 #" + "x" * 600_000)
    assert [fault.file for fault in faults_of(folder)] == ["campaign.toml"]


def test_a_folder_of_too_many_files_is_refused(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "updates").mkdir()
    for number in range(files.MOST_FILES):
        (folder / "updates" / f"{number}.en.md").write_text("")
    found = open_folder(folder, faults := Faults())
    assert len(found.contents) == files.MOST_FILES
    assert "more than 1000 files" in str(faults.found)


@pytest.mark.parametrize("name", ["a\nb.txt", "\u202egpj.txt", os.fsdecode(b"caf\xe9.txt")])
def test_A18_a_hostile_file_name_is_shown_without_its_orders(tmp_path: Path, name: str) -> None:
    folder = stage(tmp_path)
    (folder / name).write_text("something")
    assert only_fault(folder).file.isprintable()
