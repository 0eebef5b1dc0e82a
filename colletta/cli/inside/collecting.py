"""Static files, collected together with the mark of what they were collected from."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin
from django.core.management import call_command

_MARK = "collected-from"


def collect() -> None:
    """The folder of static files is that of this version. Where it is already, nothing is done."""
    if is_collected(Path(settings.STATIC_ROOT)):
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    (Path(settings.STATIC_ROOT) / _MARK).write_text(fingerprint())


def is_collected(folder: Path) -> bool:
    """Whether what was collected there is what this version has."""
    try:
        if not (folder / ManifestFilesMixin.manifest_name).exists():
            return False
        return (folder / _MARK).read_text() == fingerprint()
    except OSError:
        return False


def fingerprint() -> str:
    """Changes with every static file of ours and of the libraries."""
    digest = hashlib.blake2b(digest_size=16)
    sources = (source for finder in get_finders() for source in finder.list([]))
    for name, storage in sorted(sources, key=lambda source: source[0]):
        with storage.open(name) as file:
            digest.update(f"{name}\0{hashlib.file_digest(file, 'blake2b').hexdigest()}".encode())
    return digest.hexdigest()
