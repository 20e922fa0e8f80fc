"""Published figures for files: many, so a batch at a time, and no transaction stays open in between.

Whoever fetches a file slowly would otherwise hold up, on SQLite, everybody who writes. What is published never
changes, so the batches fit together.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, current_app
from sqlalchemy import select

from participate.core.db import reading
from participate.insight.files.rows import Names, Row
from participate.insight.models import Figure
from participate.insight.queries.areas import list_areas, locality_names
from participate.insight.words import WHOLE
from participate.places.queries import get_borough

A_BATCH = 2000


@dataclass(frozen=True)
class Wanted:
    """Which figures of a snapshot; None: all. `whole`: only those that are not split."""

    measures: tuple[str, ...] | None = None
    periods: tuple[str, ...] | None = None
    whole: bool = False


def each_row(snapshot_id: int, wanted: Wanted) -> Iterator[Row]:
    """The figures in the order in which they were published, always the same. What comes after the first batch is read
    when the request is over, so each batch has a context of its own; none is open while rows are sent.
    """
    query = select(
        Figure.id, Figure.measure, Figure.period, Figure.area, Figure.split, Figure.shown, Figure.value,
        Figure.definition,
    ).where(Figure.snapshot_id == snapshot_id).order_by(Figure.id).limit(A_BATCH)  # fmt: skip
    if wanted.measures is not None:
        query = query.where(Figure.measure.in_(wanted.measures))
    if wanted.periods is not None:
        query = query.where(Figure.period.in_(wanted.periods))
    if wanted.whole:
        query = query.where(Figure.split == WHOLE)
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    last, full = 0, True
    while full:
        with app.app_context(), reading() as session:
            batch = session.execute(query.where(Figure.id > last)).all()
        full = len(batch) == A_BATCH
        for one in batch:
            last = one.id
            yield Row(one.measure, one.period, one.area, one.split, one.shown, one.value, one.definition)


def names_of_areas() -> Names:
    """What files call the borough, its localities and its wards. Raises NotFound before there is a borough."""
    borough, wards = get_borough(), list_areas()
    return Names(borough.name, borough.code, locality_names(wards) | {ward.code: ward.name for ward in wards})
