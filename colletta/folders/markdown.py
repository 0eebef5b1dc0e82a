"""CommonMark as it stands in a folder's files, turned into the closed subset of HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from colletta.folders.subset import clean, is_allowed_link

LOWEST_HEADING = 4


@dataclass(frozen=True, kw_only=True)
class Objection:
    """Something in a text that is refused. `line` counts from 1."""

    line: int
    reason: str


def objections_to(text: str) -> list[Objection]:
    """Raw HTML, pictures and links that a story may not hold, each with its line."""
    return list(objections_in(parsed(text), line=1))


def to_html(text: str) -> str:
    """The text as sanitised HTML. Headings go one level down, below the title of the page."""
    html: str = RendererHTML().render(with_lower_headings(parsed(text)), reader().options, {})
    return clean(html).strip()


def parsed(text: str) -> list[Token]:
    """The blocks of a text; its last line ends like every other, also within an open fence."""
    return reader().parse(f"{text}\n")


def reader() -> MarkdownIt:
    """CommonMark that recognises raw HTML and every link, so that both can be refused by line."""
    markdown = MarkdownIt("commonmark", {"html": True})
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    return markdown


def objections_in(tokens: Sequence[Token], *, line: int) -> Iterator[Objection]:
    """What is refused in blocks, and below them in their lines."""
    for token in tokens:
        if token.map:
            line = token.map[0] + 1
        if token.type in {"html_block", "html_inline"}:
            yield Objection(
                line=line, reason="Raw HTML is not read. Write it in Markdown or take it out."
            )
        elif token.type == "image":
            yield Objection(
                line=line, reason="A story holds no pictures. Put the file into gallery/."
            )
        elif token.type == "link_open" and not is_allowed_link(str(token.attrs["href"])):
            yield Objection(
                line=line,
                reason=f'The link "{str(token.attrs["href"])[:60]}" is not https, http or mailto. '
                "Write the whole address or take it out.",
            )
        yield from objections_in(token.children or [], line=line)
        if token.type in {"softbreak", "hardbreak"}:
            line += 1


def with_lower_headings(tokens: list[Token]) -> list[Token]:
    """`#` becomes h2, `##` h3, everything deeper h4: the page's own title is the only h1."""
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1:]) + 1, LOWEST_HEADING)}"
    return tokens
