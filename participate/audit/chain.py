"""Whether the trail is whole: every sealed row is as it was, none is missing, none was put in between."""

from dataclasses import dataclass

from sqlalchemy import func, select

from participate.audit import queries
from participate.audit.models import AuditCheckpoint, AuditRow
from participate.audit.rules import NO_SEAL, is_same, seal_of, signature_of
from participate.core.db import db


@dataclass(frozen=True)
class Chain:
    """What a check found. `rows` hold and `forgotten` ones lie before the checkpoint; `broken_at` is the first row
    that does not hold; None when all do. `head` is the id of the last row that holds, `seal` its seal.
    """

    rows: int
    forgotten: int
    head: int
    seal: str
    broken_at: int | None = None


def check(up_to: int | None = None) -> Chain:
    """Follow the chain from the last checkpoint to the last seal, or up to the row `up_to`. It only reads."""
    key, checkpoint = queries.site_key(), queries.find_checkpoint()
    broken = _broken_checkpoint(key, checkpoint) if checkpoint is not None else None
    start, seal, forgotten = (checkpoint.row_id, checkpoint.digest, checkpoint.rows) if checkpoint else (0, NO_SEAL, 0)
    if broken is not None:
        return Chain(0, forgotten, start, seal, broken)
    last = queries.find_head()[0] if up_to is None else up_to
    rows, head = 0, start
    for after, end in queries.spans(start, last):
        found = {row.id: row for row in queries.list_lines(after, end)}
        seals = queries.list_seals(after, end)
        for row_id in sorted({*found, *seals}):
            row, given = found.get(row_id), seals.get(row_id)
            if row is None or given is None or not is_same(given, made := seal_of(key, seal, row)):
                return Chain(rows, forgotten, head, seal, row_id)
            rows, head, seal = rows + 1, row_id, made
    return Chain(rows, forgotten, head, seal)


def _broken_checkpoint(key: bytes, checkpoint: AuditCheckpoint) -> int | None:
    """The first row for which a checkpoint cannot vouch: its signature is wrong, or a forgotten row came back."""
    made = signature_of(key, checkpoint.row_id, checkpoint.rows, checkpoint.digest, checkpoint.made_at)
    if not is_same(checkpoint.signature, made):
        return checkpoint.row_id
    return db.session.scalar(select(func.min(AuditRow.id)).where(AuditRow.id <= checkpoint.row_id))


def knows(row_id: int, seal: str) -> bool:
    """Whether a line that somebody noted earlier is still what stands here: nothing was cut off behind it."""
    checkpoint = queries.find_checkpoint()
    if checkpoint is not None and row_id < checkpoint.row_id:
        return True  # forgotten in time; the checkpoint vouches for it
    if checkpoint is not None and row_id == checkpoint.row_id:
        return is_same(checkpoint.digest, seal)
    return is_same(queries.list_seals(row_id - 1, row_id).get(row_id, NO_SEAL), seal)
