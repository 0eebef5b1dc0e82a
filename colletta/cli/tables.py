"""Rows as psql prints them."""

from collections.abc import Sequence


def table(names: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool]) -> str:
    """Aligned columns under centred names; `numbers` tells the columns that stand on the right."""
    widths = [
        max([len(name), *(len(line) for row in rows for line in row[column].splitlines())])
        for column, name in enumerate(names)
    ]
    lines = [
        "|".join(f" {name:^{width}} " for name, width in zip(names, widths, strict=True)),
        "+".join("-" * (width + 2) for width in widths),
        *(line for row in rows for line in _lines(row, widths, numbers)),
        f"({len(rows)} row{'' if len(rows) == 1 else 's'})",
    ]
    return "\n".join(lines) + "\n"


def _lines(row: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> list[str]:
    """A value with line breaks takes several lines, marked with a plus as psql does."""
    cells = [value.split("\n") for value in row]
    height = max((len(cell) for cell in cells), default=0)
    return [
        "|".join(
            _cell(cell, line, width=width, is_number=is_number)
            for cell, width, is_number in zip(cells, widths, numbers, strict=True)
        ).rstrip()
        for line in range(height)
    ]


def _cell(cell: Sequence[str], line: int, *, width: int, is_number: bool) -> str:
    text = cell[line] if line < len(cell) else ""
    goes_on = "+" if line + 1 < len(cell) else " "
    return f" {text:>{width}}{goes_on}" if is_number else f" {text:<{width}}{goes_on}"
