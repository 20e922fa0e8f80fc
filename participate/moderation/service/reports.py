"""A report comes in; staff decide about the thing and its author; those whom it concerns are told."""

from collections.abc import Sequence

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.words import HELD
from participate.moderation import queries, things
from participate.moderation.models import Report
from participate.moderation.rules import check_ask_again, check_choice, check_decider
from participate.moderation.rules.deciding import InHand, is_in_hand
from participate.moderation.rules.urgency import urgency_of
from participate.moderation.service import measures
from participate.moderation.service.telling import tell_authors, tell_reporters, tell_reporters_again
from participate.moderation.things import Thing
from participate.moderation.words import Choice, MeasureKind, Origin, ReportReason, ReportStatus
from participate.outbox.service import withdraw

SHOWN = (Choice.KEEP, Choice.SHOW)
MEASURES = {Choice.WARN: MeasureKind.WARNED, Choice.SUSPEND: MeasureKind.SUSPENDED}


def report(actor_id: int | None, thing: Thing, reason: ReportReason, words: str) -> Report:
    """Somebody says that a thing should not stand as it does. The same person twice is one open report."""
    for known in queries.list_about(thing.kind, thing.id):
        if actor_id is not None and known.reporter_id == actor_id and known.status is ReportStatus.OPEN:
            known.reason, known.words = reason, words or known.words
            known.urgency = urgency_of(known.origin, reason)
            db.session.flush()
            return known
    again = reason is ReportReason.ASK_AGAIN
    return make(thing, actor_id, reason, words, Origin.AUTHOR if again else Origin.NEIGHBOUR, thing.writer_id)


def make(
    thing: Thing, actor_id: int | None, reason: ReportReason, words: str, origin: Origin, author_id: int | None
) -> Report:
    """A new row of what waits for a look."""
    made = Report(
        kind=thing.kind, thing_id=thing.id, title=thing.title, seen=thing.words, reason=reason, words=words,
        reporter_id=None if origin is Origin.HELD else actor_id, made_at=clock.now(), origin=origin,
        urgency=urgency_of(origin, reason), author_id=author_id,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "held" if origin is Origin.HELD else "reported", thing.kind, thing.id)
    return made


def ask_again(actor_id: int, thing: Thing, words: str) -> Report:
    """The author of a hidden thing asks to have it looked at again. Raises NotHidden or AskedAlready."""
    waiting = any(each.status is ReportStatus.OPEN for each in queries.list_about(thing.kind, thing.id))
    check_ask_again(hidden=thing.hidden, waiting=waiting)
    return report(actor_id, thing, ReportReason.ASK_AGAIN, words)


def decide(
    actor_id: int, decided: Report, choice: Choice, reason: str, *, days: int = 0, saw_waiting: bool = False
) -> None:
    """Do what was chosen about the thing and its author; every open report about it is answered.

    `days`: how long a suspension lasts, 0 until somebody ends it. `saw_waiting`: it waited when she chose. Raises
    AlreadyDecided, InHand, NotHidden, OwnThing, SecondLook, NobodyKnown, Colleague, or NotFound when the thing is gone.
    """
    about = _hold(decided)
    thing = things.get(decided.kind, decided.thing_id)
    waiting = [each for each in about if each.status is ReportStatus.OPEN]
    check_choice(choice, waiting=bool(waiting), hidden=thing.hidden, saw_waiting=saw_waiting)
    _check_hands(actor_id, thing, about, waiting)
    person = measures.check(actor_id, _author(thing, decided)) if choice in MEASURES else None
    asked = any(each.reason is ReportReason.ASK_AGAIN for each in waiting)
    answered = [each for each in about if each.status is ReportStatus.HIDDEN]
    changed = _carry_out(actor_id, thing, choice, reason)
    _answer(actor_id, decided, waiting or [decided], choice, reason)
    if thing.kind != "measure" and (changed or asked):
        tell_authors(thing, decided, choice, reason, asked)
    if person is not None:
        measures.take(actor_id, person, MEASURES[choice], reason, decided, days)
    title = thing.title if thing.open else ""
    tell_reporters(waiting, title, reason, "hidden" if thing.hidden else "kept")
    if choice is Choice.SHOW and not thing.hidden:
        tell_reporters_again(answered, title, reason)
    db.session.flush()


def close(actor_id: int, decided: Report, reason: str) -> None:
    """The thing is gone: what waits about it is answered. Raises AlreadyDecided."""
    waiting = [each for each in _hold(decided) if each.status is ReportStatus.OPEN]
    check_choice(Choice.KEEP, waiting=bool(waiting), hidden=False)
    _answer(actor_id, decided, waiting, Choice.KEEP, reason)
    tell_reporters(waiting, "", reason, "gone")
    db.session.flush()


def _hold(decided: Report) -> Sequence[Report]:
    """All that was said about the thing, held until the end: whoever decides a moment later reads what the first did,
    of the thing too.
    """
    kind, thing_id = decided.kind, decided.thing_id
    db.session.flush()
    db.session.expire_all()
    return queries.lock_about(kind, thing_id)


def _check_hands(actor_id: int, thing: Thing, about: Sequence[Report], waiting: Sequence[Report]) -> None:
    if any(is_in_hand(each.claimed_by, each.claimed_until, actor_id, clock.now()) for each in waiting):
        raise InHand
    check_decider(
        actor_id,
        thing.author_ids,
        asked_again=any(each.reason is ReportReason.ASK_AGAIN for each in waiting),
        decided_before=queries.deciders_of(thing.kind, thing.row, about),
    )


def _author(thing: Thing, decided: Report) -> int | None:
    """Who is warned or suspended: whoever wrote it."""
    return decided.author_id or thing.writer_id


def _carry_out(actor_id: int, thing: Thing, choice: Choice, reason: str) -> bool:
    """Hide or show the thing. Returns whether its authors must hear of it."""
    if thing.kind == "measure":
        if choice is Choice.SHOW:
            measures.end(actor_id, thing.row, "taken_back", reason)
        else:
            measures.uphold(thing.row, reason)
        return False
    if choice in SHOWN:
        if choice is Choice.SHOW or thing.because == HELD:
            thing.restore(actor_id)
            return True
        return False
    held = thing.because == HELD
    if held:
        thing.restore(actor_id)  # hidden from now on for a reason that its author reads
    if held or not thing.hidden:
        thing.hide(actor_id, reason)
        withdraw(f"{thing.kind}:{thing.id}")
        return True
    if choice is not Choice.HIDE and thing.because:
        thing.row.hidden_because = reason
    return choice is not Choice.HIDE


def _answer(actor_id: int, decided: Report, together: Sequence[Report], choice: Choice, reason: str) -> None:
    status = ReportStatus.KEPT if choice in SHOWN else ReportStatus.HIDDEN
    for each in together:
        each.status, each.decision, each.choice = status, reason, choice
        each.decided_at, each.decided_by = clock.now(), actor_id
        each.claimed_by = each.claimed_until = None
    record(actor_id, "decided", "report", decided.id)
