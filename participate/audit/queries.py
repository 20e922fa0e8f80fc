"""Reading the trail."""

from collections.abc import Collection, Iterator
from datetime import datetime

from flask import current_app
from sqlalchemy import Row, Select, func, select

from participate.audit.models import AuditCheckpoint, AuditRow, AuditSeal
from participate.audit.rules import NO_SEAL, Line
from participate.core import paging
from participate.core.db import db
from participate.core.paging import Page

AT_ONCE = 2_000  # rows that are read together


def newest_id() -> int:
    """The highest id of all rows; 0 when there is none."""
    return db.session.scalar(select(func.max(AuditRow.id))) or 0


def newest_id_before(moment: datetime) -> int:
    """The highest id of the rows written at `moment` or before; 0 when there is none."""
    return db.session.scalar(select(func.max(AuditRow.id)).where(AuditRow.at <= moment)) or 0


def list_after(row_id: int, most: int = 5_000) -> list[Row[tuple[int, datetime, str, int]]]:
    """(id, at, kind, thing_id) of up to `most` rows with a higher id, oldest first."""
    rows = select(AuditRow.id, AuditRow.at, AuditRow.kind, AuditRow.thing_id)
    return list(db.session.execute(rows.where(AuditRow.id > row_id).order_by(AuditRow.id).limit(most)))


def list_of(kind: str, thing_id: int, most: int = 50) -> list[AuditRow]:
    """The newest rows about one thing, newest first."""
    rows = select(AuditRow).where(AuditRow.kind == kind, AuditRow.thing_id == thing_id)
    return list(db.session.scalars(rows.order_by(AuditRow.id.desc()).limit(most)))


def page_of(
    kind: str, thing_id: int, verbs: Collection[str], number: int, size: int = 20, *, but_actor: int = 0
) -> Page[AuditRow]:
    """A page of what was done to one thing by somebody (but `but_actor`), of these verbs only, newest first."""
    return paging.page_of(_done(kind, thing_id, verbs, but_actor), number, size)


def list_done(kind: str, thing_id: int, verbs: Collection[str], most: int, *, but_actor: int = 0) -> list[AuditRow]:
    """The newest of the same, without their number."""
    return list(db.session.scalars(_done(kind, thing_id, verbs, but_actor).limit(most)))


def _done(kind: str, thing_id: int, verbs: Collection[str], but_actor: int) -> Select[AuditRow]:
    rows = select(AuditRow).where(AuditRow.kind == kind, AuditRow.thing_id == thing_id, AuditRow.verb.in_(verbs))
    rows = rows.where(AuditRow.actor_id.is_not(None), AuditRow.actor_id != but_actor)
    return rows.order_by(AuditRow.id.desc())


def site_key() -> bytes:
    """With what this site seals."""
    return str(current_app.config["SECRET_KEY"]).encode()


def find_checkpoint() -> AuditCheckpoint | None:
    """The newest checkpoint: up to its row everything is forgotten; None when nothing ever was."""
    return db.session.scalar(select(AuditCheckpoint).order_by(AuditCheckpoint.row_id.desc()).limit(1))


def find_head() -> tuple[int, str]:
    """(id, seal) of the last sealed row; of the checkpoint where all sealed rows are forgotten; (0, "") at first."""
    seal = db.session.execute(select(AuditSeal.id, AuditSeal.digest).order_by(AuditSeal.id.desc()).limit(1)).first()
    if seal is not None:
        return seal[0], seal[1]
    checkpoint = find_checkpoint()
    return (checkpoint.row_id, checkpoint.digest) if checkpoint is not None else (0, NO_SEAL)


def list_lines(after: int, up_to: int, most: int = AT_ONCE) -> list[Line]:
    """What a seal is made of, of the rows after one id up to another, in their order."""
    columns = (AuditRow.id, AuditRow.at, AuditRow.actor_id, AuditRow.verb, AuditRow.kind, AuditRow.thing_id)
    query = select(*columns).where(AuditRow.id > after, AuditRow.id <= up_to)
    return [Line(*row) for row in db.session.execute(query.order_by(AuditRow.id).limit(most))]


def list_seals(after: int, up_to: int) -> dict[int, str]:
    """Seals by the id of their row, after one id up to another."""
    query = select(AuditSeal.id, AuditSeal.digest).where(AuditSeal.id > after, AuditSeal.id <= up_to)
    return {row_id: digest for row_id, digest in db.session.execute(query.order_by(AuditSeal.id))}


def spans(after: int, up_to: int) -> Iterator[tuple[int, int]]:
    """(after, up to) pairs that together cover the ids from `after` to `up_to`, a bounded number of rows in each.

    Rows without a seal count, and seals without a row.
    """
    while after < up_to:
        ends = [
            db.session.scalar(select(model.id).where(model.id > after).order_by(model.id).offset(AT_ONCE - 1).limit(1))
            for model in (AuditRow, AuditSeal)
        ]
        end = min([up_to, *(each for each in ends if each is not None)])
        yield after, end
        after = end
