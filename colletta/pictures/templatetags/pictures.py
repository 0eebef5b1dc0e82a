"""Pictures in templates."""

from typing import Any

from django import template

from colletta.pictures.addresses import address_of, in_format, preview_of
from colletta.pictures.models import Format, Picture

register = template.Library()


@register.inclusion_tag("pictures/picture.html")
def picture(
    pic: Picture, alt: str, *, sizes: str = "100vw", loading: str = "lazy", css_class: str = ""
) -> dict[str, Any]:
    """A picture in the format and size that the visitor's screen needs; its place is kept free.

    `sizes` is the HTML attribute of that name. `loading="eager"` is for the one above the fold.
    """
    preview = preview_of(pic)
    return {
        "picture": pic,
        "alt": alt,
        "sizes": sizes,
        "loading": loading,
        "css_class": css_class,
        "sources": [
            {"type": f"image/{kind}", "files": srcset(pic, kind)}
            for kind in (Format.AVIF, Format.WEBP)
        ],
        "preview": address_of(preview),
        "width": preview.width,
        "height": preview.height,
    }


def srcset(pic: Picture, kind: Format) -> str:
    """The files of one format with their widths, as the attribute `srcset` lists them."""
    return ", ".join(f"{address_of(size)} {size.width}w" for size in in_format(pic, kind))
