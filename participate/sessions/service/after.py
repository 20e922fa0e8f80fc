"""The day after: how it went, for the host; a way to say thank you, for those who came. Each letter once."""

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.outbox.service import promise
from participate.sessions import queries
from participate.sessions.models import Attendance, Session, SignUp, Thanks
from participate.sessions.rules.attendance import LETTERS_LATE, NAMES_KEPT, letters_due
from participate.sessions.service.telling import tell
from participate.sessions.words import SessionStatus

PROMISE = "sessions.day_after"
LINES_IN_LETTER = 5


def promise_letters() -> None:
    """Promise the letters of every session that is due for them: at 9am in London on the day after it ended, or after
    it was counted. A cancelled or hidden one has none."""
    now = clock.now()
    for session in queries.list_ended_between(now - 2 * LETTERS_LATE, now):
        due = letters_due(session.ends_at, session.counted_at)
        if due <= now < due + LETTERS_LATE:
            key = f"{PROMISE}:{session.id}:{due:%Y-%m-%d}"
            promise(PROMISE, {"session_id": session.id}, key=key, good_until=due + LETTERS_LATE)


def write_letters(session_id: int) -> None:
    """One letter to the host, one to each who signed up and came. Nobody is thanked for coming who did not come."""
    session = queries.find_session(session_id)
    if session is None or session.status is SessionStatus.CANCELLED or queries.is_hidden(session):
        return
    came = queries.count_of(session.id).total
    counted = session.counted_at is not None or came > 0
    hosts = queries.list_hosts(session)
    for host_id in hosts:
        _tell_host(session, host_id, came, counted=counted)
    for sign_up in queries.list_came_with_sign_up(session.id):
        if sign_up.person_id not in hosts:
            tell(sign_up, "session_thanks", key="day after", good_until=clock.now() + LETTERS_LATE)


def _tell_host(session: Session, host_id: int, came: int, *, counted: bool) -> None:
    """How many came, how many for the first time, what they said; or, when nobody has counted, how to."""
    letter = "session_went" if counted else "session_uncounted"
    lines = [line for line in queries.list_thanks(session.id, host_id) if line.words][:LINES_IN_LETTER]
    facts = {
        "id": session.id, "project_id": session.project_id, "name": session.name, "project": session.project.name,
        "starts_at": session.starts_at.isoformat(), "came": came, "new": queries.count_first_timers(session.id),
        "thanks": [[line.name, line.words] for line in lines],
        "whose": {"thanks": [line.person_id for line in lines]},
    }  # fmt: skip
    payload = {"name": letter, "person_id": host_id, "facts": facts}
    promise("letter", payload, key=f"{letter}:{session.id}:{host_id}", good_until=clock.now() + LETTERS_LATE)


def say_thanks(sign_up: SignUp, words: str) -> Thanks:
    """ "Thank you", with a line if she likes. Said again, the new line takes the place of the old one."""
    held = queries.find_thanks(sign_up.session_id, sign_up.person_id) or _first_thanks(sign_up)
    held.words = words
    db.session.flush()
    record(sign_up.person_id, "said", "thanks", held.id)
    return held


def _first_thanks(sign_up: SignUp) -> Thanks:
    """A row of her own; that of a second tap a moment ago, if there was one."""
    held = Thanks(session_id=sign_up.session_id, person_id=sign_up.person_id, made_at=clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(held)
    except IntegrityError:
        held = queries.find_thanks(sign_up.session_id, sign_up.person_id) or held
    return held


def hide_thanks(actor_id: int | None, thanks: Thanks, reason: str) -> None:
    """Take a line away from its host, for a reason."""
    thanks.hidden_at, thanks.hidden_because = clock.now(), reason
    record(actor_id, "hidden", "thanks", thanks.id)
    db.session.flush()


def restore_thanks(actor_id: int | None, thanks: Thanks) -> None:
    """Show a line again."""
    thanks.hidden_at, thanks.hidden_because = None, ""
    record(actor_id, "restored", "thanks", thanks.id)
    db.session.flush()


def forget_names() -> None:
    """Take the names that walk-ins gave off the list, a month after they came. That they came stays."""
    before = clock.now() - NAMES_KEPT
    old = update(Attendance).where(Attendance.name != "", Attendance.came_at < before).values(name="")
    db.session.execute(old.execution_options(synchronize_session=False))
