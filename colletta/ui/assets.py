"""Static files: sources stay split, what is served is one stylesheet and one script.

Nothing else is built. The stylesheet's imports are replaced by the imported files, each in the
cascade layer that the import names; the script's imports by the imported modules, each in a block
of its own, so that no name of one is seen by another.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "ui/css/app.css"
SCRIPT = "ui/js/app.js"
CSS_IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\(([a-z]+)\);\n?')
JS_IMPORT = re.compile(r'^import "\./([^"]+)";\n?', re.MULTILINE)
CSS_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class FlattenedStorage(CompressedManifestStaticFilesStorage):
    """Hashed, compressed files, with the imports of the stylesheet and the script flattened."""

    def post_process(
        self,
        paths: dict[str, Any],
        dry_run: bool = False,  # noqa: FBT001, FBT002 - the framework's own signature
        **options: Any,
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        """Flatten, then hash and compress as usual."""
        if not dry_run:
            for name, flatten in ((STYLESHEET, self._flat_style), (SCRIPT, self._flat_script)):
                if name in paths:
                    self._replace(name, flatten(name, paths))
                    paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)

    def _flat_style(self, name: str, paths: dict[str, Any]) -> str:
        def imported(found: re.Match[str]) -> str:
            part = self._take(name, found[1], paths)
            return f"@layer {found[2]} {{\n{CSS_COMMENT.sub('', part)}}}\n"

        return CSS_IMPORT.sub(imported, source_of(name, paths))

    def _flat_script(self, name: str, paths: dict[str, Any]) -> str:
        def imported(found: re.Match[str]) -> str:
            return f"{{\n{self._take(name, found[1], paths)}}}\n"

        return JS_IMPORT.sub(imported, source_of(name, paths))

    def _take(self, name: str, part: str, paths: dict[str, Any]) -> str:
        """The text of an imported file, which is then not served by itself."""
        path = str(PurePosixPath(name).parent / part)
        text = source_of(path, paths)
        del paths[path]
        self.delete(path)
        return text

    def _replace(self, path: str, text: str) -> None:
        self.delete(path)
        self._save(path, ContentFile(text.encode()))


def source_of(name: str, paths: dict[str, Any]) -> str:
    """The text of a file where it comes from.

    What was collected before is already flattened, and would hide that a part has changed.
    """
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode())
