"""The addresses of picture files."""

from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from colletta.pictures.actions.store_picture import store_picture
from colletta.pictures.models import Picture
from tests.pictures.darkroom import flag, saved

pytestmark = pytest.mark.django_db
visitor = Client()
FOR_EVER = {"public", "max-age=31536000", "immutable"}


@pytest.fixture
def picture() -> Picture:
    return store_picture(file=saved(flag(90, 60)), name="a.png")


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg")],
)
def test_a_file_is_served_as_what_it_is_for_ever(
    picture: Picture, kind: str, content_type: str
) -> None:
    size = picture.sizes.get(format=kind)
    response = visitor.get(f"/media/{size.file}")
    assert response.status_code == 200
    assert response["Content-Type"] == content_type
    assert response["X-Content-Type-Options"] == "nosniff"
    assert {*response["Cache-Control"].split(", ")} == FOR_EVER
    body = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    assert body == Path(settings.MEDIA_ROOT, size.file).read_bytes()
    assert int(response["Content-Length"]) == len(body)
    assert not response.cookies


def test_a_browser_that_has_the_file_is_told_so(picture: Picture) -> None:
    address = f"/media/{picture.sizes.get(format='webp').file}"
    with closing(visitor.get(address)) as first:
        tag = first["ETag"]
    response = visitor.get(address, headers={"If-None-Match": tag})
    assert response.status_code == 304
    assert {*response["Cache-Control"].split(", ")} == FOR_EVER


def test_a_file_is_only_read(picture: Picture) -> None:
    address = f"/media/{picture.sizes.get(format='webp').file}"
    with closing(visitor.head(address)) as head:
        assert head.status_code == 200
    assert visitor.post(address).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "pictures/aa/" + "0" * 40 + ".webp",
        "pictures/aa/" + "0" * 40 + ".svg",
        "pictures/aa/" + "0" * 40 + ".webp%0a",
        "pictures/../secret-key",
        "pictures/%2e%2e/secret-key",
        "..%2fsecret-key",
        "%2fetc%2fpasswd",
        "pictures/aa/..%5c..%5csecret-key",
        "pictures/aa/" + "0" * 40 + ".webp%00.jpg",
        "pictures/",
        "",
        "secret-key",
    ],
)
def test_A18_nothing_else_of_the_disk_has_an_address(path: str) -> None:
    Path(settings.COLLETTA_HOME, "secret-key").write_text("never served")
    response = visitor.get(f"/media/{path}")
    assert response.status_code == 404
    assert b"never served" not in response.content
