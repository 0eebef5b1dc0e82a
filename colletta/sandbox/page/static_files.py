"""Style and mark of the pages."""

from pathlib import Path

from colletta.sandbox.api.answer import Answer
from colletta.sandbox.api.request import Request
from colletta.sandbox.refusal import Refusal

FOLDER = Path(__file__).with_name("static")
KINDS = {".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
FILES = {f"/static/{path.name}": path for path in FOLDER.iterdir() if path.suffix in KINDS}


def serve(request: Request) -> Answer:
    """The file. Raises Refusal when it is none of ours."""
    path = FILES.get(request.path)
    if path is None or request.method != "GET":
        raise Refusal("not_found")
    return Answer(
        body=path.read_bytes(),
        headers={"Cache-Control": "max-age=300"},
        kind=KINDS[path.suffix],
    )
