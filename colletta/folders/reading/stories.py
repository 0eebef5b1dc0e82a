"""Texts in files of their own: story.<lang>.md, owner.<lang>.md."""

from colletta.folders.contents import Texts
from colletta.folders.markdown import objections_to, to_html
from colletta.folders.reading.files import Files

MOST_CHARACTERS = 200_000


def read_texts(files: Files, name: str) -> Texts:
    """The files <name>.<lang>.md as sanitised HTML by language."""
    found = {}
    for file in files.contents:
        start, _, language = file.removesuffix(".md").partition(".")
        if start == name and file.endswith(".md"):
            found[language] = read_markdown(files, file, files.text(file))
    return found


def read_stories(files: Files, language: str) -> Texts:
    """The story; there must be one, and one in the campaign's own language."""
    stories = read_texts(files, "story")
    own = f"story.{language or '<lang>'}.md"
    if not stories:
        files.faults.add(own, "The story is missing. Write it in a file of this name.")
    elif language and language not in stories:
        files.faults.add(own, "The story in the campaign's own language is missing. Write it.")
    return stories


def read_markdown(files: Files, name: str, text: str, *, above: int = 0) -> str:
    """A text as sanitised HTML; `above` is how many lines of the file stand before it."""
    if files.faults.about(name):
        return ""
    if not text.strip():
        files.faults.add(name, "The text is empty. Write it or take the file out.")
        return ""
    if len(text) > MOST_CHARACTERS:
        files.faults.add(name, f"The text is longer than {MOST_CHARACTERS} characters. Shorten it.")
        return ""
    objections = objections_to(text)
    for objection in objections:
        files.faults.add(name, objection.reason, line=above + objection.line)
    return "" if objections else to_html(text)
