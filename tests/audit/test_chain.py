"""The trail's seals: every way to tamper with it shows, at the first row that is not as it was."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from participate.audit import chain, service
from participate.audit.models import AuditCheckpoint, AuditRow, AuditSeal
from participate.audit.service import ChainBroken, forget, record, seal
from participate.core import clock
from participate.core.db import db, transaction
from tests.street import NOON

ROWS = 12
OLD = timedelta(days=800)


def write(rows: int = ROWS, *, at: timedelta = timedelta()) -> list[int]:
    """Put rows into the trail and seal them; their ids."""
    with clock.stop_at(NOON + at):
        for number in range(rows):
            record(number + 1, "made", "project", 100 + number)
    db.session.commit()
    with transaction():
        seal()
    return list(db.session.scalars(select(AuditRow.id).order_by(AuditRow.id)))


def do(statement: object) -> None:
    """Change the tables behind the product's back."""
    db.session.execute(statement)  # type: ignore[call-overload]
    db.session.commit()


def test_a_whole_trail_holds(app: Flask) -> None:
    ids = write()
    found = chain.check()
    assert (found.rows, found.forgotten, found.head, found.broken_at) == (ROWS, 0, ids[-1], None)
    assert len(found.seal) == 64


def test_nothing_is_a_whole_trail(app: Flask) -> None:
    assert chain.check() == chain.Chain(0, 0, 0, "")


def test_sealing_goes_on_where_it_stopped(app: Flask) -> None:
    write(5)
    write(5)
    record(1, "made", "idea", 7)
    db.session.commit()
    with transaction():
        assert seal() == 1
        assert seal() == 0
    assert chain.check().rows == 11


def test_a_little_at_a_time_is_the_same_chain(app: Flask) -> None:
    write(0)
    for number in range(7):
        record(1, "made", "idea", number)
    db.session.commit()
    with transaction():
        assert [seal(3), seal(3), seal(3), seal(3)] == [3, 3, 1, 0]
    assert chain.check().rows == 7


def test_long_trails_are_read_in_pieces(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("participate.audit.queries.AT_ONCE", 5)
    ids = write(23)
    assert chain.check().rows == 23
    do(delete(AuditRow).where(AuditRow.id == ids[17]))
    assert (chain.check().rows, chain.check().broken_at) == (17, ids[17])


TAMPERING: dict[str, Callable[[int], object]] = {
    "another actor": lambda id_: update(AuditRow).where(AuditRow.id == id_).values(actor_id=99),
    "no actor": lambda id_: update(AuditRow).where(AuditRow.id == id_).values(actor_id=None),
    "another verb": lambda id_: update(AuditRow).where(AuditRow.id == id_).values(verb="hidden"),
    "another kind": lambda id_: update(AuditRow).where(AuditRow.id == id_).values(kind="worry"),
    "another thing": lambda id_: update(AuditRow).where(AuditRow.id == id_).values(thing_id=1),
    "another time": lambda id_: update(AuditRow).where(AuditRow.id == id_).values(at=NOON + timedelta(seconds=1)),
    "row gone": lambda id_: delete(AuditRow).where(AuditRow.id == id_),
    "seal gone": lambda id_: delete(AuditSeal).where(AuditSeal.id == id_),
    "seal changed": lambda id_: update(AuditSeal).where(AuditSeal.id == id_).values(digest="0" * 64),
}


# The last seal gone is a row that is not sealed yet: the noted line knows it.
WHERE = [(what, which) for what in TAMPERING for which in (0, 5, -1) if (what, which) != ("seal gone", -1)]


@pytest.mark.parametrize(("what", "which"), WHERE)
def test_tampering_shows_at_its_row(app: Flask, what: str, which: int) -> None:
    ids = write()
    do(TAMPERING[what](ids[which]))
    assert chain.check().broken_at == ids[which]
    assert chain.check().rows == ids.index(ids[which])


def test_a_row_and_its_seal_gone_shows_at_the_next(app: Flask) -> None:
    ids = write()
    for model in (AuditRow, AuditSeal):
        do(delete(model).where(model.id == ids[5]))
    assert chain.check().broken_at == ids[6]


def test_a_row_put_in_between_shows(app: Flask) -> None:
    ids = write()
    for model in (AuditRow, AuditSeal):
        do(delete(model).where(model.id == ids[5]))
    do(AuditRow.__table__.insert().values(id=ids[5], at=NOON, actor_id=5, verb="made", kind="project", thing_id=105))
    assert chain.check().broken_at == ids[5], "the same words again, but nobody without the key can seal them"


def test_rows_changed_before_they_were_sealed_are_sealed_as_they_are_and_no_later(app: Flask) -> None:
    """What the seal proves begins a minute after the row: it is said here so that nobody believes more."""
    record(1, "made", "idea", 7)
    db.session.commit()
    do(update(AuditRow).values(verb="other"))
    with transaction():
        seal()
    assert chain.check().broken_at is None


def test_the_end_cut_off_shows_against_a_noted_line(app: Flask) -> None:
    ids = write()
    noted = chain.check()
    for model in (AuditRow, AuditSeal):
        do(delete(model).where(model.id >= ids[-2]))
    assert chain.check().broken_at is None, "a chain cannot know its own end"
    assert not chain.knows(noted.head, noted.seal)


def test_a_noted_line_stands_also_after_more_rows(app: Flask) -> None:
    write()
    noted = chain.check()
    write()
    assert chain.knows(noted.head, noted.seal)
    assert not chain.knows(noted.head, "0" * 64)


def test_the_key_of_another_site_seals_otherwise(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = write()
    monkeypatch.setitem(app.config, "SECRET_KEY", "another-key-of-somebody-else-entirely")
    assert chain.check().broken_at == ids[0]


def test_what_is_old_is_forgotten_at_a_signed_checkpoint(app: Flask) -> None:
    old = write(6, at=-OLD)
    kept = write(4)[len(old) :]
    with transaction():
        assert forget(NOON - timedelta(days=730)) == 6
    assert list(db.session.scalars(select(AuditRow.id).order_by(AuditRow.id))) == kept
    assert list(db.session.scalars(select(AuditSeal.id).order_by(AuditSeal.id))) == kept
    found = chain.check()
    assert (found.rows, found.forgotten, found.broken_at) == (4, 6, None)
    with transaction():
        assert forget(NOON - timedelta(days=730)) == 0


def test_forgetting_twice_adds_up_and_keeps_one_checkpoint(app: Flask) -> None:
    write(6, at=-OLD)
    write(5, at=timedelta(days=1) - OLD)
    write(4)
    with transaction():
        assert forget(NOON - OLD + timedelta(hours=1)) == 6
        assert forget(NOON - OLD + timedelta(days=2)) == 5
    assert (chain.check().rows, chain.check().forgotten, chain.check().broken_at) == (4, 11, None)
    assert len(db.session.scalars(select(AuditCheckpoint)).all()) == 1


def test_the_newest_row_is_never_forgotten(app: Flask) -> None:
    ids = write(6, at=-OLD)
    with transaction():
        assert forget(NOON) == 5
    assert list(db.session.scalars(select(AuditRow.id))) == ids[-1:], "its id is never given twice"
    write(2)
    assert (chain.check().rows, chain.check().forgotten) == (3, 5)


def test_what_was_tampered_with_is_not_forgotten(app: Flask) -> None:
    ids = write(6, at=-OLD)
    write(2)
    do(update(AuditRow).where(AuditRow.id == ids[2]).values(verb="other"))
    with pytest.raises(ChainBroken), transaction():
        forget(NOON - timedelta(days=730))
    assert chain.check().broken_at == ids[2]


CUTS: dict[str, Callable[[int], object]] = {
    "another row": lambda last: update(AuditCheckpoint).values(row_id=last + 1),
    "another number": lambda last: update(AuditCheckpoint).values(rows=5),
    "another seal": lambda last: update(AuditCheckpoint).values(digest="0" * 64),
    "another time": lambda last: update(AuditCheckpoint).values(made_at=NOON + timedelta(days=1)),
    "no checkpoint": lambda last: delete(AuditCheckpoint),
    "a forgotten row again": lambda last: AuditRow.__table__.insert().values(
        id=last, at=NOON, actor_id=5, verb="made", kind="project", thing_id=105
    ),
}


@pytest.mark.parametrize("what", CUTS)
def test_tampering_with_the_checkpoint_shows(app: Flask, what: str) -> None:
    old = write(6, at=-OLD)
    write(4)
    with transaction():
        forget(NOON - timedelta(days=730))
    do(CUTS[what](old[-1]))
    assert chain.check().broken_at is not None


def test_a_look_at_something_sealed_is_kept_although_the_page_is_rolled_back(app: Flask) -> None:
    service.record_look(7, "worry", 3)
    db.session.rollback()
    (row,) = db.session.scalars(select(AuditRow)).all()
    assert (row.actor_id, row.verb, row.kind, row.thing_id) == (7, "looked at", "worry", 3)
