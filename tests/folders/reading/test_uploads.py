"""The pictures of a folder."""

import shutil
from pathlib import Path

from tests.folders.workbench import add, edit, faults_of, garden, only_fault, read
from tests.pictures import darkroom

CAPTIONS = "gallery/captions.toml"


def test_the_cover_and_the_gallery_are_read_with_their_captions(tmp_path: Path) -> None:
    folder = read(garden(tmp_path))
    assert folder.cover
    assert folder.cover.name == "cover.jpg"
    assert folder.cover.content[:2] == b"\xff\xd8"
    yard, bed = folder.gallery
    assert (yard.name, bed.name) == ("cortile.png", "vasca.webp")
    assert yard.alternatives["en"] == "The yard from above, grey"
    assert yard.captions == {"it": "Com'è oggi"}
    assert bed.captions == {}


def test_a_picture_may_come_without_a_caption(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    (folder / CAPTIONS).unlink()
    assert [upload.alternatives for upload in read(folder).gallery] == [{}, {}]


def test_capitals_and_jpeg_are_the_same_ending(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    (folder / "cover.jpg").rename(folder / "cover.JPEG")
    cover = read(folder).cover
    assert cover
    assert cover.name == "cover.JPEG"


def test_one_cover_is_enough(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    shutil.copy(folder / "cover.jpg", folder / "cover.png")
    assert only_fault(folder).file == "cover.png"


def test_A16_what_is_no_picture_is_refused_by_its_file(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    (folder / "cover.jpg").write_text("<svg></svg>")
    (folder / "gallery" / "cortile.png").write_bytes(darkroom.png(20_000, 20_000))
    (folder / "gallery" / "vasca.webp").write_bytes(b"")
    found = {fault.file: fault.reason for fault in faults_of(folder)}
    assert "JPEG, PNG" in found["cover.jpg"]
    assert "million pixels" in found["gallery/cortile.png"]
    assert "JPEG, PNG" in found["gallery/vasca.webp"]


def test_a_caption_of_a_picture_that_is_not_there_is_refused(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, CAPTIONS, '["vasca.webp"]', '["vasche.webp"]')
    fault = only_fault(folder)
    assert (fault.file, fault.line, fault.key) == (CAPTIONS, 5, "vasche.webp")


def test_a_misspelled_key_of_a_caption_is_refused(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    add(folder, CAPTIONS, 'caption_it = "Insalata"\n')
    fault = only_fault(folder)
    assert (fault.line, fault.key) == (7, "vasca.webp.caption_it")
    assert 'Did you mean "caption"' in fault.reason


def test_captions_that_are_not_toml_are_refused(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    add(folder, CAPTIONS, "alt =\n")
    assert (only_fault(folder).file, only_fault(folder).line) == (CAPTIONS, 7)
