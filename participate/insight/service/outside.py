"""Taking in figures that somebody else counted."""

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.insight.models import Outside, OutsideFigure
from participate.insight.outside_file import Line, Series


def take(series: Series) -> tuple[int, int]:
    """Keep a series; a newer file stands for an older one. Returns (changed, unchanged) figures."""
    outside = db.session.scalar(select(Outside).where(Outside.key == series.key))
    if outside is None:
        outside = Outside(key=series.key, made_at=clock.now(), **_facts(series))
        db.session.add(outside)
    for name, value in _facts(series).items():
        setattr(outside, name, value)
    db.session.flush()
    rows = db.session.scalars(select(OutsideFigure).where(OutsideFigure.outside_id == outside.id))
    known = {(row.place, row.period, row.group): row for row in rows}
    changed = sum(_keep(outside.id, known.get((line.place, line.period, line.group)), line) for line in series.lines)
    if changed:
        record(None, "took in", "outside", outside.id)
    db.session.flush()
    return changed, len(series.lines) - changed


def _facts(series: Series) -> dict[str, str]:
    return {
        "name": series.name, "definition": series.definition, "unit": series.unit, "source": series.source,
        "beside": series.beside,
    }  # fmt: skip


def _keep(outside_id: int, row: OutsideFigure | None, line: Line) -> bool:
    if row is None:
        facts = {"place": line.place, "period": line.period, "group": line.group, "value": line.value}
        db.session.add(OutsideFigure(outside_id=outside_id, **facts))
        return True
    changed = row.value != line.value
    row.value = line.value
    return changed
