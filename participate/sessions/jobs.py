"""What the sessions do later: letters to those who signed up."""

from typing import Any

from participate.core.jobs import Payload, on
from participate.notifications.jobs import to_person
from participate.sessions import queries
from participate.sessions.service import LETTER


def letter_facts(sign_up: queries.SignUp) -> dict[str, object]:
    """What every letter to somebody who signed up knows, as the session stands now."""
    session = sign_up.session
    host, buddy = session.host, session.buddy
    return {
        "id": session.id, "name": session.name, "project": session.project.name,
        "project_id": session.project_id, "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(), "host": host.first_name if host else "",
        "buddy": buddy.first_name if buddy else "", "door": session.door, "place": queries.place_line(session),
        "bring": session.bring, "token": queries.token_of(sign_up), "code": queries.code_of(sign_up),
        "status": sign_up.status.value, "heads": sign_up.heads, "meet_me": sign_up.meet_me,
    }  # fmt: skip


@on(LETTER)
def write_letter(payload: Payload) -> None:
    """Write to the person of a sign-up."""
    given: dict[str, Any] = dict(payload)
    sign_up = queries.find_sign_up(given["sign_up_id"])
    if sign_up is not None:
        facts = letter_facts(sign_up) | given["facts"]
        to_person(given | {"person_id": sign_up.person_id, "facts": facts})
