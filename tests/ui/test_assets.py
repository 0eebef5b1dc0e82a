"""What is served is one stylesheet and one script."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test.utils import override_settings

from colletta import ui


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All static files, collected as for a real site."""
    folder = tmp_path_factory.mktemp("static")
    collect(folder)
    return folder


def collect(folder: Path) -> None:
    real = {"BACKEND": "colletta.ui.assets.FlattenedStorage"}
    plain = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    with override_settings(STATIC_ROOT=folder, STORAGES={"default": plain, "staticfiles": real}):
        call_command("collectstatic", interactive=False, verbosity=0)


def test_the_stylesheet_holds_its_parts_in_their_layers(collected: Path) -> None:
    (sheet,) = (collected / "ui/css").glob("app.????????????.css")
    text = sheet.read_text()
    assert "@import" not in text
    assert text.startswith("@layer reset, tokens, base, layout, components, pages, utilities;")
    assert len(re.findall(r"^@layer \w+ \{$", text, re.MULTILINE)) > 10
    assert text.count("{") == text.count("}")
    assert ".campaign__card" in text


def test_the_script_holds_its_modules_each_in_a_block(collected: Path) -> None:
    (script,) = (collected / "ui/js").glob("app.????????????.js")
    text = script.read_text()
    assert 'import "' not in text
    source = Path(ui.__file__).parent / "static/ui/js/app.js"
    assert text.count("customElements.define") == source.read_text().count('import "') > 3
    assert text.count("{") == text.count("}")


def test_the_parts_are_not_served_by_themselves(collected: Path) -> None:
    assert not (collected / "ui/css/tokens.css").exists()
    assert not (collected / "ui/js/time-left.js").exists()


def test_what_is_served_is_compressed_too(collected: Path) -> None:
    (sheet,) = (collected / "ui/css").glob("app.????????????.css")
    assert sheet.with_name(f"{sheet.name}.br").stat().st_size < 10_000


def test_a_part_that_changed_is_served_when_files_are_collected_again(tmp_path: Path) -> None:
    """The collected sheet is newer than its source, whose own text did not change."""
    collect(tmp_path)
    (tmp_path / "ui/css/app.css").write_text("/* what the parts said yesterday */")
    collect(tmp_path)
    assert ".campaign__card" in (tmp_path / "ui/css/app.css").read_text()
