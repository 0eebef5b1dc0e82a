"""What two folders do not have in common."""

from pathlib import Path

from colletta.folders.contents import Fingerprint
from colletta.folders.reading.fingerprints import differences
from tests.folders.workbench import add, edit, garden, read


def fingerprint(folder: Path) -> Fingerprint:
    return read(folder).fingerprint


def changes(before: Fingerprint, folder: Path) -> list[str]:
    after = fingerprint(folder)
    found = differences(before.contents, after.contents)
    assert bool(found) == (before.digest != after.digest)
    return found


def test_comments_line_ends_and_the_order_of_keys_do_not_count(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    before = fingerprint(folder)
    edit(folder, "campaign.toml", "format = 1", "# a note\nformat = 1   # the first")
    edit(
        folder,
        "campaign.toml",
        'category = "environment"\ntarget = "1200.00"',
        'target = "1200.00"\ncategory = "environment"',
    )
    for file in ("story.it.md", "supporters.csv", "campaign.toml"):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_bytes(text.replace("\n", "\r\n").encode())
    assert changes(before, folder) == []


def test_each_difference_is_named_by_file_key_or_line(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    before = fingerprint(folder)
    edit(folder, "campaign.toml", 'target = "1200.00"', 'target = "1300.00"')
    edit(folder, "campaign.toml", "shipping = true", "shipping = false")
    edit(folder, "campaign.toml", 'place = "Trieste, San Giacomo"\n', "")
    add(folder, "campaign.toml", '[[budget]]\nname.it = "Semi"\n')
    add(folder, "story.it.md", "Ancora una riga.\n")
    edit(folder, "supporters.csv", "50.00", "51.00")
    (folder / "owner.en.md").unlink()
    (folder / "gallery" / "cortile.png").rename(folder / "gallery" / "zz.png")
    (folder / "gallery" / "captions.toml").unlink()
    assert changes(before, folder) == [
        "campaign.toml: campaign.target",
        "campaign.toml: campaign.place",
        "campaign.toml: reward[2].shipping",
        "campaign.toml: budget[3].name.it",
        "gallery/captions.toml is gone",
        "gallery/cortile.png is gone",
        "gallery/zz.png is new",
        "owner.en.md is gone",
        "story.it.md",
        "supporters.csv: line 3",
    ]


def test_a_fingerprint_repeats_no_name_and_no_address(tmp_path: Path) -> None:
    kept = str(fingerprint(garden(tmp_path)).contents)
    assert "Bruno" not in kept
    assert "@" not in kept
