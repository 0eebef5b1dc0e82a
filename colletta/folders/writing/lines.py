"""What stands within a paragraph, as CommonMark: text, emphasis, links, code."""

import re
from collections.abc import Callable, Sequence

from colletta.folders.writing.markup import Element

Escape = Callable[[str], str]

SIGNS = re.compile(r"([\\`*_\[\]<>&!])")
# What would begin a block at the start of a line, or underline the line above as a heading.
BEGINNINGS = re.compile(r"^([-+#=~:|]|\d{1,9}(?=[.)]))", re.MULTILINE)
BLANK_AT_EDGE = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
EMPHASIS = frozenset({"em", "strong"})
# Blanks that Markdown would take away at the edge of a line; what is an order to the machine has no
# number there.
UNUSUAL_BLANK = re.compile(r"[^\S \n\x0b\x0c\x1c-\x1f\x85]")


def as_it_is(text: str) -> str:
    """A text without one sign more: right where nothing in it means anything in Markdown."""
    return text


def escaped(text: str) -> str:
    """A text of which every sign means itself."""
    text = SIGNS.sub(r"\\\1", text)
    return UNUSUAL_BLANK.sub(lambda found: entity(found[0]), text)


def entity(sign: str) -> str:
    """A sign by its number, where Markdown would take it away or make something of it."""
    return f"&#{ord(sign)};"


def written_lines(content: Sequence[Element | str], escape: Escape) -> str:
    """The lines of a paragraph, a heading or a tight item."""
    text = Lines(escape).written(content).strip("\n")
    if escape is as_it_is:
        return text
    text = BLANK_AT_EDGE.sub(lambda found: "".join(map(entity, found[0])), text)
    return BEGINNINGS.sub(lambda found: escaped_beginning(found[0]), text)


def escaped_beginning(start: str) -> str:
    """A digit is escaped behind itself: `1\\.`; any other sign before."""
    return f"{start}\\" if start.isdigit() else f"\\{start}"


class Lines:
    """Writes what stands within lines. Emphasis within its like takes the other mark."""

    def __init__(self, escape: Escape) -> None:
        self.escape = escape
        self.within: list[str] = []

    def written(self, content: Sequence[Element | str]) -> str:
        """Texts and elements one behind the other."""
        pieces: list[str] = []
        before: Element | str = ""
        beside = False
        for one in content:
            if isinstance(one, str):
                pieces.append(self.escape(one.removeprefix("\n") if is_break(before) else one))
                beside = False
            else:
                beside = not beside and tag_of(before) == one.tag
                pieces.append(self.element(one, other_mark=beside))
            before = one
        if self.escape is not as_it_is:
            part_from_marks(content, pieces)
        return "".join(pieces)

    def element(self, element: Element, *, other_mark: bool) -> str:
        """One element with its marks."""
        if element.tag == "br":
            return "\\\n"
        if element.tag == "code":
            return code(element.text())
        if element.tag == "a" and "href" in element.attributes:
            return f"[{self.written(element.content)}](<{target(element.attributes['href'])}>)"
        if element.tag not in EMPHASIS:
            return self.written(element.content)
        return self.marked(element, other_mark=other_mark)

    def marked(self, element: Element, *, other_mark: bool) -> str:
        """`_` and `**`, which never touch; within or beside their like `*` and `__`."""
        if self.escape is as_it_is:
            usual, other = "*_"
        else:
            usual, other = "_*" if element.tag == "em" else "*_"
        again = self.within.count(element.tag) % 2 == 1
        sign = other if again != other_mark else usual
        mark = sign * (2 if element.tag == "strong" else 1)
        self.within.append(element.tag)
        text = self.written(element.content)
        self.within.pop()
        return f"{mark}{text}{mark}"


def part_from_marks(content: Sequence[Element | str], pieces: list[str]) -> None:
    """Letters that touch emphasis from outside are written by number.

    Their number begins and ends in a sign of punctuation, so that the mark opens or closes for sure
    (CommonMark 0.31.2, section 6.2: left- and right-flanking runs).
    """
    for place, one in enumerate(content):
        if tag_of(one) not in EMPHASIS:
            continue
        if place and pieces[place - 1][-1:].isalnum() and isinstance(content[place - 1], str):
            pieces[place - 1] = pieces[place - 1][:-1] + entity(pieces[place - 1][-1])
        following = pieces[place + 1] if place + 1 < len(content) else ""
        if following[:1].isalnum() and isinstance(content[place + 1], str):
            pieces[place + 1] = entity(following[0]) + following[1:]


def tag_of(one: Element | str) -> str:
    """The tag of an element; a text has none."""
    return one.tag if isinstance(one, Element) else ""


def is_break(one: Element | str) -> bool:
    """Whether a new line begins behind it."""
    return tag_of(one) == "br"


def target(address: str) -> str:
    """A link's address between angle brackets."""
    return re.sub(r"([\\<>&])", r"\\\1", address)


def code(text: str) -> str:
    """A code span, its fence longer than any within."""
    fence = "`" * (longest_run(text) + 1)
    touches = text.startswith("`") or text.endswith("`")
    loses = text.startswith(" ") and text.endswith(" ") and text.strip(" ")
    room = " " if touches or loses else ""
    return f"{fence}{room}{text}{room}{fence}"


def longest_run(text: str) -> int:
    """How many backticks stand in a row at most."""
    return max((len(run) for run in re.findall("`+", text)), default=0)
