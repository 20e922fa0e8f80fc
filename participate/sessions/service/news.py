"""Letters about sessions: moved, cancelled. One letter to a person, however many weeks it is about."""

from collections.abc import Collection, Sequence
from datetime import datetime

from participate.core.i18n import date_time_line
from participate.outbox.service import promise
from participate.sessions.models import Session, SignUp
from participate.sessions.queries import list_coming, list_team
from participate.sessions.service.telling import tell

Moved = tuple[Session, datetime, datetime]  # a session, and when it was before


def tell_cancelled(actor_id: int | None, sessions: Sequence[Session], reason: str) -> None:
    """Everybody who means to come, and the team: each once, with the days that are off for her."""
    first = sessions[0]
    team = {person_id for person_id, _name in list_team(first.project_id)} | {first.host_id}
    for person_id in team - {None, actor_id}:
        _to_person(sessions, "session_cancelled", person_id, reason=reason, dates=_lines(sessions))
    for sign_ups in _by_person(sessions, but=team).values():
        days = [each.session for each in sign_ups]
        tell(
            sign_ups[0], "session_off", key=_key(first), reason=reason, dates=_lines(days), good_until=days[-1].ends_at
        )


def tell_moved(actor_id: int, moved: Sequence[Moved]) -> None:
    """Everybody who means to come, but who moved them herself: each once, with what it was and what it is now."""
    before = {session.id: (start, end) for session, start, end in moved}
    first = moved[0][0]
    for sign_ups in _by_person([session for session, _start, _end in moved], but={actor_id}).values():
        days = [each.session for each in sign_ups]
        dates = [
            {"was": date_time_line(*before[day.id]), "now": date_time_line(day.starts_at, day.ends_at)} for day in days
        ]
        tell(sign_ups[0], "session_moved", key=_key(first), dates=dates, good_until=days[-1].ends_at)


def _by_person(sessions: Sequence[Session], but: Collection[int | None]) -> dict[int, list[SignUp]]:
    """The sign-ups that stand, by person, the soonest day first."""
    found: dict[int, list[SignUp]] = {}
    for sign_up in list_coming([session.id for session in sessions]):
        if sign_up.person_id not in but:
            found.setdefault(sign_up.person_id, []).append(sign_up)
    return found


def _key(first: Session) -> str:
    """One letter for each change of a session, however often the button is pressed."""
    return f"{first.id}:{first.sequence}"


def _lines(sessions: Sequence[Session]) -> list[str]:
    return [date_time_line(each.starts_at, each.ends_at) for each in sessions]


def _to_person(sessions: Sequence[Session], letter: str, person_id: int | None, **more: object) -> None:
    first, last = sessions[0], sessions[-1]
    facts = {
        "id": first.id, "name": first.name, "project": first.project.name,
        "starts_at": first.starts_at.isoformat(), "ends_at": first.ends_at.isoformat(), **more,
    }  # fmt: skip
    key = f"{letter}:{first.id}:{first.changed_at.timestamp():.0f}:{person_id}"
    promise("letter", {"name": letter, "person_id": person_id, "facts": facts}, key=key, good_until=last.ends_at)
