"""A story's sanitised HTML as a tree, so that it can be written in another form."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from colletta.folders.subset import BLOCKS

WITHOUT_END = frozenset({"br", "hr"})


@dataclass
class Element:
    """One tag with what stands in it: texts and further elements."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list["Element | str"] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own."""
        return self.tag in BLOCKS

    def elements(self, *tags: str) -> list["Element"]:
        """The elements right below, of these tags if some are named."""
        found = [one for one in self.content if isinstance(one, Element)]
        return [one for one in found if one.tag in tags] if tags else found

    def text(self) -> str:
        """All text in it, without tags."""
        return "".join(one if isinstance(one, str) else one.text() for one in self.content)


def tree_of(html: str) -> Element:
    """The root above the blocks of a cleaned text."""
    builder = Builder()
    builder.feed(html)
    builder.close()
    return builder.open[0]


class Builder(HTMLParser):
    """Puts tags and texts where they belong. What comes in is balanced: nh3 has written it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new element below the one that is open."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in WITHOUT_END:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Back to the element around it."""
        if len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text where it stands."""
        self.open[-1].content.append(data)
