"""The closed subset of HTML as CommonMark, the way back of `folders/markdown.py`."""

import re
from collections.abc import Callable, Sequence

from colletta.folders.markdown import objections_to, to_html
from colletta.folders.writing.lines import Escape, as_it_is, escaped, longest_run, written_lines
from colletta.folders.writing.markup import Element, tree_of

# Read as a paragraph with nothing in it.
NOTHING = "\u00a0"
NOTHING_BUT_BULLETS = re.compile(r"-[ -]*$", re.MULTILINE)
# At the end of a heading a `#` is taken for its closing, unless an odd backslash stands before it.
BARE_HASH = re.compile(r"(?<!\\)(?:\\\\)*#$")

Choice = Callable[[Element], Escape]

LEVELS = {"h2": 1, "h3": 2, "h4": 3}
UNDERLINES = {"h2": "===", "h3": "---"}


def to_markdown(html: str) -> str:
    """The text that `to_html` makes this story from, as plain as it can be read.

    Where HTML says what CommonMark cannot (emphasis within emphasis within emphasis), every word
    stays and the form is the nearest.
    """
    root = tree_of(html)
    simple = "\n\n".join(blocks(root.content, choose)) + "\n"
    if gives(simple, html):
        return simple
    return "\n\n".join(blocks(root.content, lambda _element: escaped)) + "\n"


def gives(text: str, html: str) -> bool:
    """Whether a text is read as this story."""
    return not objections_to(text) and to_html(text) == html.strip()


def choose(element: Element) -> Escape:
    """No escapes for a paragraph that needs none."""
    alone = written_lines(element.content, as_it_is)
    whole = f"<p>{rendered(written_lines(element.content, escaped))}</p>"
    return as_it_is if gives(alone, whole) else escaped


def rendered(text: str) -> str:
    """What stands within the paragraph that a text makes."""
    return to_html(text).removeprefix("<p>").removesuffix("</p>")


def blocks(content: Sequence[Element | str], choice: Choice) -> list[str]:
    """Every block as text; lists that follow one another take different marks."""
    written: list[str] = []
    lists_before = 0
    for element in gathered(content):
        lists_before = lists_before + 1 if element.tag in {"ul", "ol"} else 0
        written.append(block(element, choice, other_mark=lists_before % 2 == 0))
    return written


def gathered(content: Sequence[Element | str]) -> list[Element]:
    """Blocks as they are, and what stands between them as paragraphs without a tag."""
    found: list[Element] = []
    for one in content:
        if isinstance(one, Element) and one.is_block:
            found.append(one)
        elif found and found[-1].tag == "":
            found[-1].content.append(one)
        elif not isinstance(one, str) or one.strip("\n"):
            found.append(Element("", {}, [one]))
    return [one for one in found if one.tag or one.text().strip("\n") or one.elements()]


def block(element: Element, choice: Choice, *, other_mark: bool) -> str:
    """One block, without blank lines around it."""
    if element.tag == "hr":
        return "***"
    if element.tag == "pre":
        return fenced(element.text())
    if element.tag == "blockquote":
        return prefixed("\n\n".join(blocks(element.content, choice)), "> ", "> ")
    if element.tag in {"ul", "ol"}:
        return written_list(element, choice, other_mark=other_mark)
    text = written_lines(element.content, choice(element))
    if not text and element.tag == "p":
        return NOTHING
    return heading(element.tag, text) if element.tag in LEVELS else text


def heading(tag: str, text: str) -> str:
    """`#` by its level; a heading of several lines is underlined."""
    if "\n" in text and tag in UNDERLINES:
        return f"{text}\n{UNDERLINES[tag]}"
    if BARE_HASH.search(text):
        text = f"{text[:-1]}\\#"
    return f"{'#' * LEVELS[tag]} {text}".rstrip(" ")


def fenced(text: str) -> str:
    """Lines of code between fences that do not occur in them."""
    fence = "`" * max(3, longest_run(text) + 1)
    return f"{fence}\n{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{fence}"


def written_list(element: Element, choice: Choice, *, other_mark: bool) -> str:
    """A list. Where an item has a paragraph of its own, blank lines stand between."""
    items = element.elements("li")
    loose = any(item.elements("p") for item in items)
    between = "\n\n" if loose else "\n"
    texts = [between.join(blocks(item.content, choice)) for item in items]
    marks = numbers_of(element, texts, other_mark=other_mark) if element.tag == "ol" else []
    bullet = bullet_of(texts, other_mark=other_mark)
    return between.join(
        prefixed(text, f"{mark} ", " " * (len(mark) + 1)) if text else mark
        for text, mark in zip(texts, marks or [bullet] * len(texts), strict=True)
    )


def numbers_of(element: Element, texts: Sequence[str], *, other_mark: bool) -> list[str]:
    """1. 2. 3. or 1) 2) 3), from the list's own start."""
    start = element.attributes.get("start", "1")
    first = int(start) if start.isdigit() else 1
    sign = ")" if other_mark else "."
    return [f"{number}{sign}" for number in range(first, first + len(texts))]


def bullet_of(texts: Sequence[str], *, other_mark: bool) -> str:
    """One mark for all items; never one that makes a row of hyphens, which is a line."""
    if other_mark:
        return "+"
    return "*" if any(NOTHING_BUT_BULLETS.match(text) for text in texts) else "-"


def prefixed(text: str, first: str, further: str) -> str:
    """Every line with what marks it as part of a quotation or an item."""
    lines = text.split("\n")
    marked = [f"{further}{line}" if line else further.rstrip(" ") for line in lines]
    marked[0] = f"{first}{lines[0]}" if lines[0] else first.rstrip(" ")
    return "\n".join(marked)
