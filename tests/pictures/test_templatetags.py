"""Pictures in templates."""

import re

import pytest
from django.template import Context, Template
from django.test.utils import override_settings

from colletta.pictures.actions.store_picture import store_picture
from colletta.pictures.addresses import preview_of, preview_url
from colletta.pictures.models import Picture
from tests.pictures.darkroom import flag, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def garden() -> Picture:
    return store_picture(file=saved(flag(900, 600)), name="orto.png")


def rendered(tag: str, **context: object) -> str:
    return Template("{% load pictures %}" + tag).render(Context(context))


def test_a_browser_chooses_among_kinds_and_widths(garden: Picture) -> None:
    html = rendered('{% picture pic "Un orto" sizes="50vw" %}', pic=garden)
    sources = re.findall(r'<source type="([^"]+)" srcset="([^"]+)" sizes="50vw">', html)
    assert [kind for kind, _ in sources] == ["image/avif", "image/webp"]
    for kind, files in sources:
        suffix = kind.removeprefix("image/")
        pattern = rf"/media/pictures/[0-9a-f/]+\.{suffix} ([0-9]+)w"
        assert re.findall(pattern, files) == ["480", "800", "900"]


def test_the_place_of_a_picture_is_kept_free(garden: Picture) -> None:
    html = rendered('{% picture pic "Un orto" %}', pic=garden)
    assert 'width="900" height="600"' in html
    assert 'loading="lazy"' in html
    assert "fetchpriority" not in html
    assert f'src="/media/{preview_of(garden).file}"' in html


def test_the_picture_above_the_fold_is_not_put_off(garden: Picture) -> None:
    html = rendered('{% picture pic "" loading="eager" css_class="cover" %}', pic=garden)
    assert 'loading="eager"' in html
    assert 'fetchpriority="high"' in html
    assert '<picture class="cover">' in html
    assert 'alt=""' in html


def test_A12_an_alternative_text_stays_text(garden: Picture) -> None:
    html = rendered("{% picture pic alt %}", pic=garden, alt='"><script>window.__x=1</script>')
    assert "<script>" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_a_prefetched_picture_asks_the_database_nothing(
    garden: Picture, django_assert_num_queries: object
) -> None:
    known = Picture.objects.prefetch_related("sizes").get(pk=garden.pk)
    with django_assert_num_queries(0):  # type: ignore[operator]
        rendered('{% picture pic "Un orto" %}', pic=known)


def test_the_preview_has_an_absolute_address_of_the_site_itself(garden: Picture) -> None:
    with override_settings(COLLETTA_URL="https://colletta.example"):
        address = preview_url(garden)
    assert address == f"https://colletta.example/media/{preview_of(garden).file}"
    assert address.endswith(".jpg")
