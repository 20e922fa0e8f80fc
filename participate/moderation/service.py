"""A report comes in; staff keep the thing or hide it; the author and the reporters are told."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.moderation import queries, things
from participate.moderation.models import Report
from participate.moderation.rules import check_decision, check_restore
from participate.moderation.words import ReportReason, ReportStatus
from participate.outbox.service import promise


def report(actor_id: int | None, kind: str, thing_id: int, reason: ReportReason, words: str) -> Report:
    """Somebody says that a thing should not stand as it does. The same person twice is one open report."""
    if actor_id is not None:
        for known in queries.list_open_about(kind, thing_id):
            if known.reporter_id == actor_id:
                known.reason, known.words = reason, words or known.words
                return known
    made = Report(
        kind=kind, thing_id=thing_id, reason=reason, words=words, reporter_id=actor_id, made_at=clock.now(),
        status=ReportStatus.OPEN,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "reported", kind, thing_id)
    return made


def decide(actor_id: int, decided: Report, hide: bool, reason: str) -> None:
    """Keep or hide the thing; all open reports about it are answered. Raises AlreadyDecided, OwnThing, NotFound."""
    thing = things.get(decided.kind, decided.thing_id)
    together = queries.list_open_about(decided.kind, decided.thing_id)
    check_decision(decided.status, actor_id, {thing.author_id, *(each.reporter_id for each in together)})
    if hide and not thing.hidden:
        thing.hide(actor_id, reason)
        _tell(thing.author_id, "thing_hidden", thing.title, reason, f"hidden-{decided.id}")
    for each in together:
        each.status = ReportStatus.HIDDEN if hide else ReportStatus.KEPT
        each.decided_at, each.decided_by, each.decision = clock.now(), actor_id, reason
        _tell(each.reporter_id, "report_answered", thing.title, reason, f"answered-{each.id}", hidden=hide)
    record(actor_id, "decided", "report", decided.id)
    db.session.flush()


def restore(actor_id: int, decided: Report, reason: str) -> None:
    """Show a hidden thing again. Raises NotHidden, OwnThing, NotFound."""
    thing = things.get(decided.kind, decided.thing_id)
    check_restore(thing.hidden, actor_id, thing.author_id)
    thing.restore(actor_id)
    decided.status, decided.decision, decided.decided_by = ReportStatus.KEPT, reason, actor_id
    decided.decided_at = clock.now()
    _tell(thing.author_id, "thing_restored", thing.title, reason, f"restored-{decided.id}-{clock.now().isoformat()}")
    record(actor_id, "decided", "report", decided.id)
    db.session.flush()


def _tell(person_id: int | None, letter: str, title: str, reason: str, key: str, **more: object) -> None:
    if person_id is not None:
        facts = {"title": title, "reason": reason} | more
        promise("letter", {"name": letter, "person_id": person_id, "facts": facts}, key=key)
