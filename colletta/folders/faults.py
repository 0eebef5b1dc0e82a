"""What is wrong with a folder: every fault with its place and what to do about it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing to put right. `line` counts from 1; `key` is the dotted name of a value."""

    file: str
    reason: str
    line: int | None = None
    key: str = ""

    @property
    def line_or_key(self) -> str:
        """The place within the file, as far as it is known."""
        return ", ".join(
            part for part in (f"line {self.line}" if self.line else "", self.key) if part
        )

    def __str__(self) -> str:
        place = f", {self.line_or_key}" if self.line_or_key else ""
        return f"{self.file}{place}: {self.reason}"


class FolderRefused(Exception):
    """A folder is not a campaign yet. `faults` lists all that was found, by file and line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults, key=lambda fault: (fault.file, fault.line or 0, fault.key))
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"The folder was not loaded, {count}:\n{listed}")


@dataclass
class Faults:
    """Collects the faults of one folder while it is read to its end."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, reason: str, *, line: int | None = None, key: str = "") -> None:
        """Note a fault; the same one twice is one."""
        fault = Fault(file=file, reason=reason, line=line, key=key)
        if fault not in self.found:
            self.found.append(fault)

    def about(self, file: str) -> bool:
        """Whether something is wrong with a file, so that what follows from it need not be said."""
        return any(fault.file == file for fault in self.found)

    def refuse_any(self) -> None:
        """Raises FolderRefused if there was a fault."""
        if self.found:
            raise FolderRefused(self.found)
