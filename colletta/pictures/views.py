"""Serving the files of pictures."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag, require_safe

CONTENT_TYPES = {".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg"}
A_YEAR = 365 * 24 * 60 * 60  # in seconds


def tag_of(request: HttpRequest, file: str) -> str:
    """The name is the digest of the content, so the name is its tag."""
    return f'"{Path(file).stem}"'


@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
@etag(tag_of)
def picture_file(request: HttpRequest, file: str) -> HttpResponseBase:
    """One file, streamed. Its content never changes, so a browser need not ask twice."""
    place = Path(settings.MEDIA_ROOT, file)
    try:
        opened = place.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(opened, content_type=CONTENT_TYPES[place.suffix])
    response["X-Content-Type-Options"] = "nosniff"
    return response
