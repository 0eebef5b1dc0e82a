"""The folders of the installation, and what the server reads from them."""

import os
import stat
from pathlib import Path
from typing import Any

from colletta.cli.doctor.finding import Finding, Findings
from colletta.cli.inside.collecting import is_collected
from colletta.installation import settings_path


def judge_folders(settings: Any) -> Findings:
    """Findings about who may read and write what."""
    home = Path(settings.COLLETTA_HOME)
    if _mode(home) & stat.S_IWOTH:
        yield Finding(
            str(home), "every user of this machine may change what is in it", f"chmod o-w {home}"
        )
    for secret in (settings_path(home), home / "secret-key"):
        if _mode(secret) & (stat.S_IROTH | stat.S_IWOTH):
            yield Finding(
                str(secret),
                "every user of this machine can read the secrets",
                f"chmod 600 {secret}",
            )
    media = Path(settings.MEDIA_ROOT)
    if not _is_writable(media):
        yield Finding(
            str(media), "no picture can be kept", "Let the user of the site write there", "serve"
        )
    if settings.BOUNCES_FOLDER and not _is_maildir(Path(settings.BOUNCES_FOLDER)):
        yield Finding(
            "COLLETTA_MAIL_BOUNCES_FOLDER",
            "it is no Maildir that the site may change: letters that come back are not seen",
            "Name a folder with new, cur and tmp that the user of the site may write to",
        )


def judge_static_files(settings: Any) -> Findings:
    """Findings about stylesheets, scripts and icons."""
    if not is_collected(Path(settings.STATIC_ROOT)):
        yield Finding(
            str(settings.STATIC_ROOT),
            "the collected static files are missing, or of another version",
            "colletta migrate",
            "serve",
        )


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _is_maildir(folder: Path) -> bool:
    parts = [folder / "new", folder / "cur"]
    return all(part.is_dir() and os.access(part, os.W_OK | os.X_OK) for part in parts)


def _is_writable(folder: Path) -> bool:
    """A folder that is not there yet is made when it is needed."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
