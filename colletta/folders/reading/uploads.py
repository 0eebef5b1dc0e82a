"""The pictures of a folder: the cover, the gallery with its captions."""

from colletta.folders.contents import Texts, Upload
from colletta.folders.faults import Faults
from colletta.folders.reading.documents import Document
from colletta.folders.reading.files import Files
from colletta.folders.reading.frame import Frame
from colletta.folders.reading.tables import Table
from colletta.pictures.decoding import NotAPicture, PictureTooLarge, decode

MOST_PICTURES = 100


def read_cover(files: Files) -> Upload | None:
    """The picture above everything, if there is one."""
    covers = [name for name in files.contents if name.startswith("cover.")]
    for another in covers[1:]:
        files.faults.add(another, f"There is {covers[0]} already. Keep one cover.")
    if not covers:
        return None
    return read_upload(files, covers[0], {}, {})


def read_gallery(files: Files, document: Document | None, frame: Frame) -> list[Upload]:
    """The gallery in the order of its files' names; `document` has the captions."""
    pictures = [
        name.removeprefix("gallery/")
        for name in files.contents
        if name.startswith("gallery/") and not name.endswith(".toml")
    ]
    if len(pictures) > MOST_PICTURES:
        files.faults.add("gallery", f"There are more than {MOST_PICTURES} pictures. Take some out.")
        return []
    captions = read_captions(document, pictures, frame) if document else {}
    return [
        read_upload(files, f"gallery/{name}", *captions.get(name, ({}, {}))) for name in pictures
    ]


def read_captions(
    document: Document, pictures: list[str], frame: Frame
) -> dict[str, tuple[Texts, Texts]]:
    """Alternative texts and captions by file."""
    whole = Table(document, (), document.values)
    captions = {}
    for name in document.values:
        if name not in pictures:
            whole.fault(name, "There is no picture of this name in gallery/. Correct the name.")
            continue
        table = whole.table(name)
        captions[name] = (
            table.texts("alt", frame.language, longest=500, required=False),
            table.texts("caption", frame.language, longest=500, required=False),
        )
        table.refuse_others()
    return captions


def read_upload(files: Files, path: str, alternatives: Texts, captions: Texts) -> Upload:
    """One picture, decoded once to see that it is one."""
    content = files.contents[path]
    if not files.faults.about(path):
        check_picture(path, content, files.faults)
    return Upload(
        name=path.rpartition("/")[2],
        content=content,
        alternatives=alternatives,
        captions=captions,
    )


def check_picture(path: str, content: bytes, faults: Faults) -> None:
    try:
        decode(content)
    except (NotAPicture, PictureTooLarge) as fault:
        faults.add(path, str(fault))
