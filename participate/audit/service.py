"""Writing the trail."""

from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db


def record(actor_id: int | None, verb: str, kind: str, thing_id: int) -> None:
    """Note, in the same transaction as the change, that `actor_id` did `verb` to `kind` `thing_id`.

    `kind` is one of mission.md's nouns in the singular ("project"); `verb` a plain past form ("hidden").
    """
    db.session.add(AuditRow(at=clock.now(), actor_id=actor_id, verb=verb, kind=kind, thing_id=thing_id))
