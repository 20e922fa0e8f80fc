"""Reminders: the day before and two hours before, once each."""

from datetime import datetime

from participate.core import clock
from participate.outbox.service import promise
from participate.sessions.models import Session
from participate.sessions.queries import get_session, is_hidden, list_sign_ups
from participate.sessions.rules.reminders import FRESH, Reminder, reminders
from participate.sessions.service.telling import tell_everyone
from participate.sessions.words import SessionStatus, SignUpStatus

REMIND = "session.remind"
REMINDED = (SignUpStatus.GOING, SignUpStatus.LIKELY)


def promise_reminders(session: Session) -> None:
    """Both reminders of a session, if they are still to come: promised once, however many sign up."""
    at = f"{session.starts_at.timestamp():.0f}"
    for kind, due in reminders(session.starts_at, clock.now()):
        payload = {"session_id": session.id, "kind": kind.value, "starts_at": session.starts_at.isoformat()}
        key = f"{REMIND}:{session.id}:{kind}:{at}"
        promise(REMIND, payload, key=key, due=due, good_until=session.starts_at)


def remind(session_id: int, kind: Reminder, starts_at: datetime) -> None:
    """Remind everybody who comes, once; nobody when it is cancelled, hidden, or was moved since."""
    session = get_session(session_id)
    if session.status is SessionStatus.CANCELLED or is_hidden(session) or session.starts_at != starts_at:
        return
    since = clock.now() - FRESH
    fresh = {each.person_id for each in list_sign_ups(session_id, *REMINDED) if each.made_at > since}
    tell_everyone(
        session, "session_reminder", key=f"{kind}:{starts_at.timestamp():.0f}", but=fresh, statuses=REMINDED,
        good_until=starts_at, soon=kind is Reminder.TWO_HOURS,
    )  # fmt: skip
