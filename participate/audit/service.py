"""Writing the trail, sealing it, and forgetting what is old."""

from datetime import datetime

import structlog
from sqlalchemy import Connection, delete, func, insert, select, text
from sqlalchemy.exc import OperationalError

from participate.audit import chain, queries
from participate.audit.models import AuditCheckpoint, AuditRow, AuditSeal
from participate.audit.rules import seal_of, signature_of
from participate.core import clock, jobs
from participate.core.db import aside, db

log = structlog.get_logger()
MOST_SEALED = 20_000  # in one go
PATIENCE = 250  # milliseconds


class ChainBroken(Exception):
    """The trail is not whole at the row that `args` names: nothing of it is forgotten until somebody has looked."""


def record(actor_id: int | None, verb: str, kind: str, thing_id: int) -> None:
    """Note, in the same transaction as the change, that `actor_id` did `verb` to `kind` `thing_id`.

    `kind` is one of mission.md's nouns in the singular ("project"); `verb` a plain past form ("hidden"). Whoever
    looks at what is written (the moderation) hears of it at once.
    """
    db.session.add(AuditRow(at=clock.now(), actor_id=actor_id, verb=verb, kind=kind, thing_id=thing_id))
    jobs.tell("recorded", {"actor_id": actor_id, "verb": verb, "kind": kind, "thing_id": thing_id})


def record_look(actor_id: int | None, kind: str, thing_id: int) -> None:
    """Note that `actor_id` looks at something sealed, before she sees it: kept by itself, also on a GET.

    Ends the request's own transaction, which has written nothing. Whatever this raises, nobody may see the thing.
    """
    at = clock.now()
    with aside() as kept:
        kept.add(AuditRow(at=at, actor_id=actor_id, verb="looked at", kind=kind, thing_id=thing_id))


def seal(most: int = MOST_SEALED) -> int:
    """Seal the next rows in the order of their ids; returns how many. Commits nothing.

    Only rows of which none with a lower id can come any more; where somebody is writing just now, none until later.
    """
    head, before = _lock_head()
    key, made = queries.site_key(), list[dict[str, object]]()
    for line in queries.list_lines(head, _settled(), most):
        before = seal_of(key, before, line)
        made.append({"id": line.id, "digest": before})
    if made:
        db.session.execute(insert(AuditSeal), made)
    return len(made)


def forget(before: datetime) -> int:
    """Forget the sealed rows older than `before`, at a signed checkpoint; returns how many. The newest row stays.

    Raises ChainBroken when they are not whole: what was tampered with must not vanish.
    """
    head, _seal = _lock_head()
    first_kept = db.session.scalar(select(func.min(AuditRow.id)).where(AuditRow.at >= before)) or queries.newest_id()
    last = db.session.scalar(select(func.max(AuditSeal.id)).where(AuditSeal.id < first_kept, AuditSeal.id <= head))
    if last is None:
        return 0
    found = chain.check(last)
    if found.broken_at is not None or found.head != last:
        raise ChainBroken(found.broken_at or last)
    _put_checkpoint(last, found.forgotten + found.rows, found.seal)
    for model in (AuditRow, AuditSeal):
        db.session.execute(delete(model).where(model.id <= last).execution_options(synchronize_session=False))
    return found.rows


def _put_checkpoint(row_id: int, rows: int, digest: str) -> None:
    """The one checkpoint: it takes the place of the one before."""
    now = clock.now()
    signature = signature_of(queries.site_key(), row_id, rows, digest, now)
    db.session.execute(delete(AuditCheckpoint))
    db.session.add(AuditCheckpoint(row_id=row_id, rows=rows, digest=digest, signature=signature, made_at=now))
    db.session.flush()


def _lock_head() -> tuple[int, str]:
    """The head of the chain, held until the transaction ends: two workers seal one after the other."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(hashtext('audit_seal'))"))
    return queries.find_head()


def _settled() -> int:
    """The id up to which every row has come that will ever come.

    SQLite has one writer, and this is it. On PostgreSQL a row may be written before one with a lower id is: whoever
    gets the table for a moment while nobody writes has seen all rows so far. 0 when that moment does not come soon.
    """
    if db.session.get_bind().dialect.name != "postgresql":
        return queries.newest_id()
    try:
        with db.engine.begin() as connection:
            return _newest_alone(connection)
    except OperationalError:
        log.info("audit not sealed: somebody is writing")
        return 0


def _newest_alone(connection: Connection) -> int:
    connection.execute(text(f"SET LOCAL lock_timeout = {PATIENCE}"))
    connection.execute(text("LOCK TABLE audit_row IN SHARE MODE"))
    return connection.scalar(select(func.max(AuditRow.id))) or 0
