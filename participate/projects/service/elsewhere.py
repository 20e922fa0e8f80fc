"""Projects done elsewhere: taken from a table, batch by batch. The same table again changes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.places.files.report import BadRow
from participate.places.queries import ward_ids_by_code
from participate.projects.models import Project
from participate.projects.rules.elsewhere import Done, read_row
from participate.projects.words import Stage

BATCH = 500
Rows = Iterable[tuple[str, Mapping[str | None, str | None]]]


@dataclass
class Told:
    """What became of the rows. `refused` holds a line for each bad one; the last four count the good ones' places."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[str] = field(default_factory=list)
    here: int = 0
    with_ward: int = 0
    with_town: int = 0
    placeless: int = 0
    seen: set[tuple[str, str]] = field(default_factory=set)

    @property
    def good(self) -> int:
        """How many rows were of use."""
        return self.new + self.changed + self.unchanged


def take_batch(rows: Rows, told: Told) -> None:
    """Take some rows (where they stand, their cells by column). Flushes; the caller commits each batch."""
    wards = ward_ids_by_code()
    done = {(one.source, one.source_key): one for one in _read(rows, told)}
    known = _known(done.values())
    touched: list[tuple[str, Project]] = []
    for key, one in done.items():
        ward_id = wards.get(one.place_code)
        _count_place(one, ward_id, told)
        facts = asdict(one) | {"ward_id": ward_id}
        project = known.get(key)
        if project is None:
            project = Project(**facts, stage=Stage.ENDED, made_at=clock.now(), changed_at=clock.now())
            db.session.add(project)
            touched.append(("made", project))
        elif any(getattr(project, name) != value for name, value in facts.items()):
            _change(project, facts)
            touched.append(("changed", project))
        else:
            told.unchanged += 1
    db.session.flush()
    for verb, project in touched:
        record(None, verb, "project", project.id)
    told.new += sum(verb == "made" for verb, _project in touched)
    told.changed += sum(verb == "changed" for verb, _project in touched)
    db.session.flush()


def _read(rows: Rows, told: Told) -> Iterable[Done]:
    for where, row in rows:
        try:
            one = read_row(row)
            if (one.source, one.source_key) in told.seen:
                raise BadRow(f"{one.source_key} stands in this file twice")
        except BadRow as bad:
            told.refused.append(f"{where}: {bad}")
        else:
            told.seen.add((one.source, one.source_key))
            yield one


def _known(done: Iterable[Done]) -> dict[tuple[str, str | None], Project]:
    sources, keys = {one.source for one in done}, {one.source_key for one in done}
    query = select(Project).where(Project.source.in_(sources), Project.source_key.in_(keys))
    return {(project.source, project.source_key): project for project in db.session.scalars(query)}


def _change(project: Project, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(project, name, value)
    project.changed_at = clock.now()


def _count_place(one: Done, ward_id: int | None, told: Told) -> None:
    told.here += ward_id is not None
    told.with_ward += bool(one.place_code)
    told.with_town += bool(one.place_text and not one.place_code)
    told.placeless += not (one.place_code or one.place_text)
