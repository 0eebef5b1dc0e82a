"""Where the sizes of a picture are found. With `sizes` prefetched, nothing here queries."""

from django.conf import settings

from colletta.pictures.models import Format, Picture, PictureSize


def address_of(size: PictureSize) -> str:
    """The path of one file, below the site's own address."""
    return f"{settings.MEDIA_URL}{size.file}"


def in_format(picture: Picture, kind: Format) -> list[PictureSize]:
    """The sizes of a picture in one format, narrowest first."""
    sizes = [size for size in picture.sizes.all() if size.format == kind]
    return sorted(sizes, key=lambda size: size.width)


def preview_of(picture: Picture) -> PictureSize:
    """The JPEG that every programme can read, at most 1200 pixels wide."""
    return in_format(picture, Format.JPEG)[-1]


def preview_url(picture: Picture) -> str:
    """The absolute address of the preview, as social networks want it."""
    return f"{settings.COLLETTA_URL}{address_of(preview_of(picture))}"
