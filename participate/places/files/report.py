"""What became of the rows of a file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Made = TypeVar("Made")


class BadFile(Exception):
    """The file as a whole cannot be used; the message says why, for whoever runs the command."""


class BadRow(Exception):
    """One row cannot be used; the message says why."""


@dataclass
class Report:
    """How many rows changed something, changed nothing, lay in another borough; and which were refused."""

    taken: int = 0
    unchanged: int = 0
    elsewhere: int = 0
    refused: list[str] = field(default_factory=list)

    def count(self, changed: bool) -> None:
        """One good row, which changed something or not."""
        if changed:
            self.taken += 1
        else:
            self.unchanged += 1

    def refuse(self, where: str, why: str) -> None:
        """One bad row. `where` is “line 7” or “feature 3”."""
        self.refused.append(f"{where}: {why}")


def number(row: dict[str, str], name: str, least: float, most: float) -> float:
    """The number in column `name`, between `least` and `most`. Raises BadRow."""
    text = (row.get(name) or "").strip()
    try:
        value = float(text)
    except ValueError:
        raise BadRow(f"{name} “{text[:40]}” is not a number") from None
    if not least <= value <= most:  # false for NaN too
        raise BadRow(f"{name} {text[:40]} is not between {least:g} and {most:g}")
    return value


def each(
    rows: list[tuple[str, dict[Any, Any]]],
    make: Callable[[dict[str, Any]], Made | None],
    key: Callable[[Made], str],
    report: Report,
) -> dict[str, Made]:
    """What `make` makes of each (where, row), by `key`.

    None counts as elsewhere; bad and repeated rows are refused.
    """
    made: dict[str, Made] = {}
    for where, row in rows:
        try:
            if None in row:  # where csv puts what is too much
                raise BadRow("it has more cells than the heading")
            thing = make(row)
            if thing is None:
                report.elsewhere += 1
            elif made.setdefault(key(thing), thing) is not thing:
                raise BadRow(f"{key(thing)} stands in this file twice")
        except BadRow as bad:
            report.refuse(where, str(bad))
    return made
