"""A session changes, moves or is cancelled: only this one, or this one and the later ones of its series."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.i18n import date_line
from participate.sessions import rules
from participate.sessions.models import Series, Session
from participate.sessions.queries import list_later, lock_sessions
from participate.sessions.service.news import tell_cancelled, tell_moved
from participate.sessions.service.planning import SessionFacts, When, Where, facts_of, placed
from participate.sessions.service.rooms import fit_heads, follow_sessions, give_up_rooms
from participate.sessions.service.sign_ups import settle
from participate.sessions.service.whole import whole
from participate.sessions.words import Reach, SessionStatus


@whole()
def change(
    actor_id: int, session: Session, when: When, where: Where, facts: SessionFacts, reach: Reach = Reach.ONE
) -> list[Session]:
    """Other facts, another time, another place; returns what changed. Everybody who means to come hears of a move.

    With Reach.LATER, what is changed here changes in the later sessions of the series too; what is left as it is
    here stays as it is in each of them. A week that was moved by itself keeps its own time. Another day or hour cuts
    the series: the later ones go on as a series of their own.

    Raises what `plan` raises, SessionCancelled, SessionOver, RoomTooSmall or TooManyPeople; then nothing has changed.
    A session that has begun keeps its beginning.
    """
    rest = list_later(session) if reach is Reach.LATER and session.series_id is not None else []
    lock_sessions([session, *rest])
    rules.check_open(session.status, session.ends_at, clock.now())
    later = [each for each in rest if _is_open(each)]
    before = {each.id: (each.starts_at, each.ends_at) for each in (session, *later)}
    place_before = _place(session)
    differing = _differing(session, facts)
    begun = when.starts_at == session.starts_at <= clock.now()
    own = placed(session.project, when, where, begun=begun)
    whens = _whens_of_later(session, when, rest) if rest and when != When(*before[session.id]) else {}
    changed = [session] if apply(actor_id, session, own | differing) else []
    replaced = place_before != _place(session)
    for each in later:
        columns = _columns_of_later(each, whens.get(each.id), where if replaced else None)
        if apply(actor_id, each, columns | differing):
            changed.append(each)
    if session.series_id is not None and reach is Reach.ONE:
        session.apart = session.apart or bool(changed)
    db.session.flush()
    _follow(actor_id, changed, before, replaced=replaced)
    for each in changed:
        settle(each)
    return changed


def _is_open(session: Session) -> bool:
    return session.status is SessionStatus.PLANNED and session.ends_at > clock.now()


def _place(session: Session) -> tuple[int | None, int | None, str]:
    return session.space_id, session.hub_id, session.place_note


def _columns_of_later(session: Session, when: When | None, where: Where | None) -> dict[str, object]:
    """What changes in a later session: its time, its place, both or neither."""
    own = when or When(session.starts_at, session.ends_at)
    if where is not None:
        return placed(session.project, own, where)
    rules.check_times(own.starts_at, own.ends_at, clock.now())
    return asdict(own)


def _follow(
    actor_id: int, changed: list[Session], before: Mapping[int, tuple[datetime, datetime]], *, replaced: bool
) -> None:
    """The rooms of those that moved move along, and everybody who means to come hears of it."""
    moved = [each for each in changed if replaced or before[each.id] != (each.starts_at, each.ends_at)]
    if moved:
        follow_sessions(actor_id, moved)
        tell_moved(actor_id, [(each, *before[each.id]) for each in moved])
    for each in changed:
        if each not in moved:
            fit_heads(each)


def _differing(session: Session, facts: SessionFacts) -> dict[str, object]:
    """The facts that this change is about."""
    held = asdict(facts_of(session))
    return {name: value for name, value in asdict(facts).items() if held[name] != value}


def apply(actor_id: int, session: Session, columns: Mapping[str, object]) -> bool:
    """Write what differs; whether anything did. A calendar must hear of it: `sequence` grows."""
    differing = {name: value for name, value in columns.items() if getattr(session, name) != value}
    if not differing:
        return False
    for name, value in differing.items():
        setattr(session, name, value)
    rules.check_room(session.capacity, session.places, session.taken, date_line(session.starts_at))
    session.changed_at, session.sequence = clock.now(), session.sequence + 1
    record(actor_id, "changed", "session", session.id)
    return True


def _whens_of_later(session: Session, when: When, rest: Sequence[Session]) -> dict[int, When]:
    """The new times of the later sessions, and the series that they are cut off into. A session's id → its time.

    A cancelled one keeps its time, and its week in the row: the weeks after it stay where they are.
    """
    held, minutes = session.series, when.ends_at - when.starts_at
    weeks = _weeks_after(session, rest)
    cut, whens = _cut(session, when, weeks[-1]), {}
    days = rules.days_of(cut.rule, cut.first_day)
    for each, week in zip(rest, weeks, strict=True):
        starts_at = rules.moment_of(days[week], cut.hour)
        if held is None or not _moved_by_itself(each, held):
            whens[each.id] = When(starts_at, starts_at + minutes)
        each.series, each.series_day = cut, days[week]
    session.series, session.series_day, session.apart = cut, days[0], False
    return whens


def _weeks_after(session: Session, rest: Sequence[Session]) -> list[int]:
    """How many turns of the rule after `session` each of the later ones is: a week that was left out stays out."""
    held = session.series
    turns = rules.days_of(held.rule, held.first_day) if held is not None else []
    if session.series_day not in turns or any(each.series_day not in turns for each in rest):
        return list(range(1, 1 + len(rest)))
    first = turns.index(session.series_day)
    return [turns.index(each.series_day) - first for each in rest if each.series_day is not None]


def _moved_by_itself(session: Session, series: Series) -> bool:
    day: date = session.series_day or series.first_day
    starts_at = clock.moment_of(day, series.hour)
    long = (session.ends_at - session.starts_at).total_seconds() / 60
    return session.starts_at != starts_at or long != series.minutes


def _cut(session: Session, when: When, weeks: int) -> Series:
    """A new series from this session on, so many turns long after it; what stays of the old one ends before it."""
    held, since = session.series, session.series_day
    if held is None or since is None:
        raise LookupError("only a session of a series can be cut off")
    start = clock.local(when.starts_at)
    cut = Series(
        project_id=held.project_id, rule=rules.again(held.rule, start.date(), 1 + weeks), first_day=start.date(),
        hour=start.time(), minutes=(when.ends_at - when.starts_at).seconds // 60, follows_id=held.id,
        made_at=clock.now(),
    )  # fmt: skip
    db.session.add(cut)
    left = [day for day in rules.days_of(held.rule, held.first_day) if day < since]
    if left:
        held.rule = rules.again(held.rule, held.first_day, len(left))
    db.session.flush()
    return cut


def cancel(actor_id: int | None, session: Session, reason: str, reach: Reach = Reach.ONE) -> list[Session]:
    """It does not take place; returns what is cancelled. It stays in the programme, marked, with the reason.

    `actor_id` None: the house itself, when nobody could host.

    Its room is free again. Its team, and everybody who means to come, hears once, with every day that is off. Raises
    SessionCancelled or SessionOver.
    """
    rest = list_later(session) if reach is Reach.LATER and session.series_id is not None else []
    lock_sessions([session, *rest])
    rules.check_open(session.status, session.ends_at, clock.now())
    off = [session, *filter(_is_open, rest)]
    for each in off:
        each.status, each.cancelled_at, each.cancelled_because = SessionStatus.CANCELLED, clock.now(), reason
        each.changed_at, each.sequence = clock.now(), each.sequence + 1
        record(actor_id, "cancelled", "session", each.id)
    db.session.flush()
    give_up_rooms(actor_id, off, reason)
    tell_cancelled(actor_id, off, reason)
    return off
