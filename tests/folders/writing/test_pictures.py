"""The pictures of a folder: their names keep their order."""

import pytest

from colletta.campaigns.models import GalleryPicture
from colletta.folders.writing.pictures import names_of


def names(*files: str) -> list[str]:
    return names_of([GalleryPicture(file_name=name) for name in files])


def test_the_names_that_the_files_had_are_kept() -> None:
    assert names("cortile.jpg", "serra.PNG") == ["cortile.webp", "serra.webp"]
    assert names("cortile.webp", "serra.webp") == ["cortile.webp", "serra.webp"]


@pytest.mark.parametrize("files", [("b.jpg", "a.jpg"), ("a.jpg", "a.png"), (".a.jpg", "b.jpg")])
def test_names_that_would_lose_the_order_become_numbers(files: tuple[str, ...]) -> None:
    assert names(*files) == ["001.webp", "002.webp"]
