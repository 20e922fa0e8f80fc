"""Letters to those who signed up. Each knows its secret link; the link is made when the letter is written."""

from collections.abc import Collection
from datetime import datetime

from participate.outbox.service import promise
from participate.sessions.models import Session, SignUp
from participate.sessions.queries import list_sign_ups
from participate.sessions.words import SignUpStatus

LETTER = "sign_up.letter"


def tell(
    sign_up: SignUp,
    letter: str,
    *,
    key: str,
    due: datetime | None = None,
    good_until: datetime | None = None,
    **facts: object,
) -> None:
    """Promise one letter, `templates/mail/<letter>/`, to the person of a sign-up: once for this `key`.

    `facts` are JSON; those of the session and `token` come by themselves (see jobs.letter_facts).
    """
    payload = {"sign_up_id": sign_up.id, "name": letter, "facts": facts}
    promise(LETTER, payload, key=f"{letter}:{sign_up.id}:{key}", due=due, good_until=good_until)


def tell_everyone(
    session: Session,
    letter: str,
    *,
    key: str,
    but: Collection[int] = frozenset(),
    statuses: Collection[SignUpStatus] = (),
    due: datetime | None = None,
    good_until: datetime | None = None,
    **facts: object,
) -> int:
    """Promise the letter to each person with a sign-up that stands (or of these `statuses`), each once for this `key`.

    `but`: ids of people who need no letter. Returns how many letters.
    """
    people = [each for each in list_sign_ups(session.id, *statuses) if each.person_id not in but]
    for sign_up in people:
        tell(sign_up, letter, key=key, due=due, good_until=good_until, **facts)
    return len(people)
