"""Addresses of picture files. The pattern is closed: nothing else of the disk has an address."""

from django.urls import re_path

from colletta.pictures.views import picture_file

app_name = "pictures"
urlpatterns = [
    re_path(
        r"^(?P<file>pictures/[0-9a-f]{2}/[0-9a-f]{40}\.(?:avif|webp|jpg))\Z",
        picture_file,
        name="file",
    ),
]
