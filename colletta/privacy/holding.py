"""How a room says what it holds about people: which rows, which columns, what erasure leaves.

The same lines classify a column, export it and erase it, so that none of the three can forget it.
A test compares them with the columns of the database.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet

from colletta.privacy.subject import Subject

NAMELESS = "—"  # stands where a name has to stand
GONE: Mapping[str, Any] | None = None  # the rows go


@dataclass(frozen=True, kw_only=True)
class Holding:
    """Rows of one model that are somebody's.

    `told`: columns of the export, in its order; a path over a relation tells what it is about.
    `untold`: personal columns that the export leaves out, each with the reason. `erased`: what each
    column becomes, a value, an expression or a function of the subject; GONE where the rows go.
    `otherwise`: personal columns that something else empties, or that stay, each with the reason.
    """

    name: str
    model: type[Model]
    theirs: Callable[[Subject], QuerySet[Any]]
    told: tuple[str, ...] = ()
    untold: Mapping[str, str] = field(default_factory=dict)
    erased: Mapping[str, Any] | None = GONE
    otherwise: Mapping[str, str] = field(default_factory=dict)

    @property
    def personal(self) -> set[str]:
        """The columns of the model that it says something about."""
        own = {column for column in self.told if "__" not in column}
        return own | set(self.untold) | set(self.erased or ()) | set(self.otherwise)


# Table -> column -> why it is about nobody.
Plain = Mapping[str, Mapping[str, str]]
