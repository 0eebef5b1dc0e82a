"""A stylesheet as its blocks and declarations, enough of CSS to judge ours by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

COLOUR_NAMES = frozenset(
    """aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue
    blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson
    cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta
    darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray
    darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick
    floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey
    honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon
    lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink
    lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow
    lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple
    mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue
    mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
    powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen
    seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal
    thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen""".split()
)
PAINTED = re.compile(
    r"^(--.*|.*color.*|background.*|border.*|outline.*|fill|stroke|.*shadow|text-decoration.*)$"
)
RAW = re.compile(r"#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(", re.IGNORECASE)
PIECE = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|[{};()]|[^{};()\"'/]+|/", re.DOTALL)


@dataclass(frozen=True)
class Declaration:
    """`property: value` with the preludes of the blocks around it, outermost first."""

    around: tuple[str, ...]
    property: str
    value: str
    line: int


def pieces(css: str) -> Iterator[tuple[str, int]]:
    """Strings, marks and text between them, each with its line; comments are left out."""
    line = 1
    for match in PIECE.finditer(css):
        if not match[0].startswith("/*"):
            yield match[0], line
        line += match[0].count("\n")


def declarations(css: str) -> Iterator[Declaration]:
    """Every declaration of a stylesheet, also those of nested blocks."""
    around: list[str] = []
    text, depth = "", 0
    for piece, line in pieces(css):
        depth += (piece == "(") - (piece == ")")
        if depth or piece not in {"{", "}", ";"}:
            text += piece
            continue
        if piece == "{":
            around.append(" ".join(text.split()))
        elif ":" in text and around:
            name, value = text.split(":", 1)
            yield Declaration(tuple(around), name.strip(), " ".join(value.split()), line)
        if piece == "}":
            around.pop()
        text = ""


def selectors(css: str) -> Iterator[tuple[str, int]]:
    """Every prelude that selects elements, with the line of its block."""
    text, depth = "", 0
    for piece, line in pieces(css):
        depth += (piece == "(") - (piece == ")")
        if depth or piece not in {"{", "}", ";"}:
            text += piece
            continue
        if piece == "{" and not text.strip().startswith("@"):
            yield " ".join(text.split()), line
        text = ""


def used_tokens(value: str) -> set[str]:
    """Custom properties that a value needs: those it asks for without a fallback."""
    return set(re.findall(r"var\(\s*(--[\w-]+)\s*\)", value))


def raw_colours(declaration: Declaration) -> list[str]:
    """Colours written as themselves instead of as a token."""
    if not PAINTED.match(declaration.property):
        return []
    value = re.sub(r"url\([^)]*\)|var\([^),]*|\"[^\"]*\"|'[^']*'", " ", declaration.value)
    names = re.findall(r"(?<![\w-])[a-z]+(?![\w(-])", value.lower())
    return [match[0] for match in RAW.finditer(value)] + [n for n in names if n in COLOUR_NAMES]
