"""A CSV file of rows, each with its line. A column that is not known is refused by name."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO

from colletta.folders.faults import Faults
from colletta.folders.reading.files import Files
from colletta.folders.reading.wording import fault_in

MOST_ROWS = 50_000


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: its values by column, and the line on which it begins."""

    file: str
    line: int
    values: dict[str, str]
    faults: Faults

    def fault(self, column: str, reason: str) -> None:
        """Note a fault of one value."""
        self.faults.add(self.file, reason, line=self.line, key=column)

    def text(self, column: str, *, longest: int, lines: bool = False) -> str:
        """A text without blanks around it, or "". `lines`: it may have several."""
        value = self.values.get(column, "").strip()
        if value and (reason := fault_in(value, longest=longest, lines=lines)):
            self.fault(column, reason)
            return ""
        return value

    def choice(self, column: str, known: Sequence[str]) -> str:
        """One of the known words; "" after a fault."""
        value = self.values[column]
        if value not in known:
            self.fault(column, f'"{value[:40]}" is not known. Use one of: {", ".join(known)}.')
            return ""
        return value

    def switch(self, column: str) -> bool:
        """yes or no."""
        return self.choice(column, ("yes", "no")) == "yes"


def read_rows(files: Files, file: str, columns: Sequence[str], more: Sequence[str]) -> list[Row]:
    """The rows of a file with these columns; `more` are columns it may have."""
    if file not in files.contents:
        return []
    lines = numbered(files, file)
    _, header = next(lines, (1, []))
    if files.faults.about(file):
        return []
    reasons = faults_in_header(header, columns, more)
    for name, reason in reasons:
        files.faults.add(file, reason, line=1, key=name)
    return [] if reasons else list(rows_below(lines, header, file, files.faults))


def numbered(files: Files, file: str) -> Iterator[tuple[int, list[str]]]:
    """The values of each row with the line on which it begins; blank lines count for nothing."""
    reader = csv.reader(StringIO(files.text(file), newline=""), strict=True)
    begins = 1
    try:
        for values in reader:
            if values:
                yield begins, values
            begins = reader.line_num + 1
    except csv.Error as fault:
        files.faults.add(file, f"This is not CSV: {fault}. Check its quotes.", line=begins)


def rows_below(
    lines: Iterator[tuple[int, list[str]]], header: list[str], file: str, faults: Faults
) -> Iterator[Row]:
    """Every row that has as many values as the header."""
    for count, (line, values) in enumerate(lines):
        if count >= MOST_ROWS:
            faults.add(file, f"There are more than {MOST_ROWS} rows. Make it shorter.", line=line)
            return
        if len(values) == len(header):
            named = dict(zip(header, values, strict=True))
            yield Row(file=file, line=line, values=named, faults=faults)
        else:
            reason = f"The row has {len(values)} values, the header has {len(header)}."
            faults.add(file, f"{reason} Check its commas and quotes.", line=line)


def faults_in_header(
    header: list[str], columns: Sequence[str], more: Sequence[str]
) -> list[tuple[str, str]]:
    """The columns that are missing, unknown or there twice, each with the reason."""
    found = [
        (name, "This column is missing. Add it to the first line.")
        for name in columns
        if name not in header
    ]
    for position, name in enumerate(header):
        if name in header[:position]:
            found.append((name[:40], "This column is there twice. Take one out."))
        elif name not in columns and name not in more:
            near = get_close_matches(name, [*columns, *more], n=1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            found.append((name[:40], f"This column is not known.{hint} Correct it or take it out."))
    return found
