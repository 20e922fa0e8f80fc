"""Published rows for the tests of files: few, and each as it is needed."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import insert

from participate.core.db import db
from participate.insight.models import Figure, Snapshot
from participate.insight.periods import Period, of_day, read
from participate.insight.words import Grain, Shown

Cell = tuple[str, str, str, Shown, int | None]  # measure, area, split, what is told
WARD, OTHER_WARD = "ward:E05014067", "ward:E05014068"  # of the street: Parsloes, Thames View
# Of a quarter that is also told by ward: a number, a small one, one that is not shown, and where nothing was.
QUARTER: tuple[Cell, ...] = (
    ("people", "borough", "", Shown.SHOWN, 740),
    ("people", "locality:dagenham", "", Shown.SHOWN, 410),
    ("people", WARD, "", Shown.FEW, None),
    ("people", OTHER_WARD, "", Shown.HIDDEN, None),
    ("people", "unknown", "", Shown.SHOWN, 55),
    ("people", "borough", "theme:cook", Shown.SHOWN, 300),
    ("attendances", "borough", "", Shown.SHOWN, 2415),
    ("attendances", WARD, "", Shown.SHOWN, 0),
    ("children", WARD, "", Shown.NONE, None),
    ("idea_days", "borough", "", Shown.FEW, None),
    ("sessions_held", "borough", "", Shown.SHOWN, 230),
)


def snapshot(month: str = "2026-03", digest: str = "") -> Snapshot:
    """An empty snapshot of a month, made when it closed."""
    of = read(month)
    made = Snapshot(month=of.first, made_at=of.closes_at, digest=digest or "ab12" * 16)
    db.session.add(made)
    db.session.flush()
    return made


def publish(of: Snapshot, period: str, cells: Iterable[Cell] = QUARTER) -> None:
    """Add the figures of a period to a snapshot, and commit."""
    rows = [
        {
            "snapshot_id": of.id, "measure": measure, "period": period, "first_day": read(period).first,
            "area": area, "split": split, "shown": shown, "value": value, "definition": 1,
        }
        for measure, area, split, shown, value in cells
    ]  # fmt: skip
    db.session.execute(insert(Figure), rows)
    db.session.commit()


def a_quarter(month: str = "2026-03") -> Snapshot:
    """A snapshot of a month that closes a quarter: one figure of the month, and the quarter."""
    made = snapshot(month)
    publish(made, month, [("people", "borough", "", Shown.SHOWN, 310)])
    publish(made, quarter_of(read(month)))
    return made


def quarter_of(month: Period) -> str:
    return of_day(month.first, Grain.QUARTER).code


def many(of: Snapshot, number: int) -> None:
    """So many figures of the quarter, by splits that nobody would ask for."""
    cells = [("people", "borough", f"theme:{index}", Shown.SHOWN, 5 * index) for index in range(1, number + 1)]
    publish(of, quarter_of(of_day(date.fromisoformat(str(of.month)), Grain.MONTH)), cells)
