"""A report comes in; staff keep the thing, hide it or show it again; its author and the reporters are told."""

from collections.abc import Mapping, Sequence

from participate.accounts.queries import find_person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.moderation import queries, things
from participate.moderation.models import Report
from participate.moderation.rules import check_ask_again, check_choice, check_decider
from participate.moderation.things import Thing
from participate.moderation.words import Choice, ReportReason, ReportStatus
from participate.outbox.service import promise
from participate.places.queries import nearest_hub

STATUSES = {
    Choice.KEEP: ReportStatus.KEPT, Choice.HIDE: ReportStatus.HIDDEN, Choice.SHOW: ReportStatus.KEPT,
}  # fmt: skip


def report(actor_id: int | None, thing: Thing, reason: ReportReason, words: str) -> Report:
    """Somebody says that a thing should not stand as it does. The same person twice is one open report."""
    for known in queries.list_about(thing.kind, thing.id):
        if actor_id is not None and known.reporter_id == actor_id and known.status is ReportStatus.OPEN:
            known.reason, known.words = reason, words or known.words
            db.session.flush()
            return known
    made = Report(
        kind=thing.kind, thing_id=thing.id, title=thing.title, seen=thing.words, reason=reason, words=words,
        reporter_id=actor_id, made_at=clock.now(),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "reported", thing.kind, thing.id)
    return made


def ask_again(actor_id: int, thing: Thing, words: str) -> Report:
    """The author of a hidden thing asks to have it looked at again. Raises NotHidden or AskedAlready."""
    waiting = any(
        each.status is ReportStatus.OPEN and each.reason is ReportReason.ASK_AGAIN
        for each in queries.list_about(thing.kind, thing.id)
    )
    check_ask_again(hidden=thing.hidden, waiting=waiting)
    return report(actor_id, thing, ReportReason.ASK_AGAIN, words)


def decide(actor_id: int, decided: Report, choice: Choice, reason: str) -> None:
    """Keep, hide or show the thing; every open report about it is answered.

    Raises AlreadyDecided, NotHidden, OwnThing, SecondLook, or NotFound when the thing is gone.
    """
    thing = things.get(decided.kind, decided.thing_id)
    about = queries.list_about(thing.kind, thing.id)
    waiting = [each for each in about if each.status is ReportStatus.OPEN]
    check_choice(choice, waiting=bool(waiting), hidden=thing.hidden)
    check_decider(
        actor_id,
        thing.author_ids,
        asked_again=any(each.reason is ReportReason.ASK_AGAIN for each in waiting),
        decided_before={each.decided_by for each in about},
    )
    changed = _carry_out(actor_id, thing, choice, reason)
    _answer(actor_id, decided, waiting or [decided], STATUSES[choice], reason)
    asked = any(each.reason is ReportReason.ASK_AGAIN for each in waiting)
    if changed or asked:
        _tell_authors(thing, decided, "thing_hidden" if thing.hidden else "thing_restored", reason, asked)
    _tell_reporters(waiting, thing.title if thing.open else "", reason, "hidden" if thing.hidden else "kept")
    db.session.flush()


def close(actor_id: int, decided: Report, reason: str) -> None:
    """The thing is gone: what waits about it is answered. Raises AlreadyDecided."""
    about = queries.list_about(decided.kind, decided.thing_id)
    waiting = [each for each in about if each.status is ReportStatus.OPEN]
    check_choice(Choice.KEEP, waiting=bool(waiting), hidden=False)
    _answer(actor_id, decided, waiting, ReportStatus.KEPT, reason)
    _tell_reporters(waiting, "", reason, "gone")
    db.session.flush()


def _carry_out(actor_id: int, thing: Thing, choice: Choice, reason: str) -> bool:
    """Hide or show the thing. Returns whether that changed anything."""
    if choice is Choice.HIDE and not thing.hidden:
        thing.hide(actor_id, reason)
        return True
    if choice is Choice.SHOW:
        thing.restore(actor_id)
        return True
    return False


def _answer(actor_id: int, decided: Report, together: Sequence[Report], status: ReportStatus, reason: str) -> None:
    for each in together:
        each.status, each.decision = status, reason
        each.decided_at, each.decided_by = clock.now(), actor_id
    record(actor_id, "decided", "report", decided.id)


def _tell_authors(thing: Thing, decided: Report, letter: str, reason: str, asked: bool) -> None:
    """Those who answer for it hear what changed for them, or the answer when they had asked."""
    for person_id in thing.author_ids:
        facts = {"kind": thing.kind, "id": thing.id, "title": thing.title, "reason": reason, "asked": asked}
        _tell(person_id, letter, f"{letter}-{decided.id}-{_stamp()}", facts | _hub_of(person_id))


def _tell_reporters(waiting: Sequence[Report], title: str, reason: str, outcome: str) -> None:
    for each in waiting:
        if each.reporter_id is not None and each.reason is not ReportReason.ASK_AGAIN:
            facts = {"title": title, "reason": reason, "outcome": outcome}
            _tell(each.reporter_id, "report_answered", f"answered-{each.id}", facts)


def _hub_of(person_id: int) -> dict[str, str]:
    """Where she can come in or ring about it."""
    person = find_person(person_id)
    hub = nearest_hub(person.ward_id, person.square) if person is not None else None
    return {"hub": hub.name, "phone": hub.phone} if hub is not None else {"hub": "", "phone": ""}


def _tell(person_id: int, letter: str, key: str, facts: Mapping[str, object]) -> None:
    promise("letter", {"name": letter, "person_id": person_id, "facts": facts}, key=f"{key}-{person_id}")


def _stamp() -> str:
    return f"{clock.now().timestamp():.3f}"
