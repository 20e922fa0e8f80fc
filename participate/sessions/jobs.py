"""What the sessions do later: letters to those who signed up, reminders, and the waiting list."""

from datetime import datetime, timedelta
from typing import Any

from participate.accounts.queries import ids_apart
from participate.accounts.service import MEET_APART, MERGED, UNMERGED
from participate.core.errors import RuleBroken
from participate.core.jobs import Handler, Payload, every, on
from participate.notifications import jobs as letters
from participate.notifications.jobs import to_person
from participate.notifications.words import CallOutcome
from participate.outbox.rules import WillNot
from participate.sessions import queries, service
from participate.sessions.rules.reminders import Reminder
from participate.sessions.words import SignUpStatus


def letter_facts(sign_up: queries.SignUp) -> dict[str, object]:
    """What every letter to somebody who signed up knows, as the session stands now."""
    session = sign_up.session
    # Who is kept apart from her is not named in her letter (`whose`); where one of the two is, the other still is.
    never = ids_apart(sign_up.person_id)
    host, buddy = (each if each and each.id not in never else None for each in (session.host, session.buddy))
    return {
        "id": session.id, "name": session.name, "project": session.project.name,
        "project_id": session.project_id, "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(), "host": host.first_name if host else "",
        "buddy": buddy.first_name if buddy else "", "door": queries.door_line(session),
        "place": queries.place_line(session), "bring": session.bring, "token": queries.token_of(sign_up),
        "code": queries.code_of(sign_up),
        "status": sign_up.status.value, "heads": sign_up.heads, "meet_me": sign_up.meet_me,
        "whose": {"host": session.host_id, "buddy": session.buddy_id},
    }  # fmt: skip


@on(service.LETTER)
def write_letter(payload: Payload) -> None:
    """Write to the person of a sign-up."""
    _as_letter(payload, to_person)


@on(f"{service.LETTER}.late")
def note_late(payload: Payload) -> None:
    """It was over before the letter could go."""
    _as_letter(payload, letters.note_late)


@on(f"{service.LETTER}.given_up")
def give_to_hub(payload: Payload) -> None:
    """No sender took it: the hub tells her."""
    _as_letter(payload, letters.give_to_hub)


def _as_letter(payload: Payload, do: Handler) -> None:
    """The promise as one to a person, with what the session is now."""
    given: dict[str, Any] = dict(payload)
    sign_up = queries.find_sign_up(given["sign_up_id"])
    if sign_up is not None:
        facts = letter_facts(sign_up) | given["facts"]
        do(given | {"person_id": sign_up.person_id, "facts": facts, "about": service.about(sign_up)})


@on(letters.MADE)
def await_call(payload: Payload) -> None:
    """Somebody hears by a call that a place is free: her time to answer has not begun."""
    given: dict[str, Any] = dict(payload)
    if given["letter"] == "session_offered" and (sign_up := _about(given)) is not None:
        service.await_call(sign_up, datetime.fromisoformat(given["due_at"]))


@on(letters.RECORDED)
def after_call(payload: Payload) -> None:
    """The hub has rung: a yes, a no, or the clock starts."""
    given: dict[str, Any] = dict(payload)
    if given["letter"] != "session_offered" or (sign_up := _about(given)) is None:
        return
    outcome = CallOutcome(given["outcome"])
    try:
        if outcome is not CallOutcome.NO:
            service.after_call(sign_up, outcome)
        elif sign_up.status is SignUpStatus.OFFERED:
            service.stay_away(sign_up)
    except RuleBroken as broken:
        raise WillNot(type(broken).__name__) from None


def _about(given: dict[str, Any]) -> queries.SignUp | None:
    kind, _colon, number = given["about"].partition(":")
    return queries.find_sign_up(int(number)) if kind == "sign_up" else None


@on(service.LAPSE)
def lapse(payload: Payload) -> None:
    """The time to answer is over."""
    given: dict[str, Any] = dict(payload)
    sign_up = queries.find_sign_up(given["sign_up_id"])
    if sign_up is not None:
        service.lapse(sign_up)


@on(service.FILL)
def fill(payload: Payload) -> None:
    """The last day begins: what is free goes to whoever said "any time"."""
    given: dict[str, Any] = dict(payload)
    if queries.find_session(given["session_id"]) is not None:
        service.fill_by_id(given["session_id"])


@on(service.REMIND)
def remind(payload: Payload) -> None:
    """Tomorrow, or in two hours."""
    given: dict[str, Any] = dict(payload)
    if queries.find_session(given["session_id"]) is not None:
        service.remind(given["session_id"], Reminder(given["kind"]), datetime.fromisoformat(given["starts_at"]))


@on("booking.changed")
def follow_booking(payload: Payload) -> None:
    """The keeper of a room answered, or its booking was given up or moved."""
    given: dict[str, Any] = dict(payload)
    service.follow_booking(given["booking_id"])


@every("sessions.day_after", timedelta(minutes=15))
def promise_day_after() -> None:
    """At 9am in London, what took place or was counted yesterday is due for its letters."""
    service.promise_letters()


@on(service.DAY_AFTER)
def write_day_after(payload: Payload) -> None:
    """How it went, for the host; a way to say thank you, for those who came."""
    given: dict[str, Any] = dict(payload)
    service.write_letters(given["session_id"])


@every("sessions.forget_names", timedelta(days=1))
def forget_names() -> None:
    """Names that walk-ins gave are kept for a month."""
    service.forget_names()


@every("sessions.forget_notes", timedelta(days=1))
def forget_notes() -> None:
    """What somebody told the host is nobody's business a week later."""
    service.forget_notes()


@on(service.STAND_IN_LAPSE)
def lapse_stand_in(payload: Payload) -> None:
    """The time to say whether she can host is over."""
    given: dict[str, Any] = dict(payload)
    asked = queries.get_stand_in(given["stand_in_id"])
    if asked is not None:
        service.lapse_stand_in(asked)


@on(service.DECIDE)
def decide(payload: Payload) -> None:
    """A day before it starts: without a host it is called off."""
    given: dict[str, Any] = dict(payload)
    if queries.find_session(given["session_id"]) is not None:
        service.decide(given["session_id"])


@every("sessions.forget_incidents", timedelta(days=1))
def forget_incidents() -> None:
    """What went wrong and was put right is kept for three years."""
    service.forget_incidents()


@on(MERGED)
def free_double_seats(payload: Payload) -> None:
    """Two rows were one person: where both had signed up, one seat is free."""
    given: dict[str, Any] = dict(payload)
    service.free_double_seats(given["sign_ups"])


@on(UNMERGED)
def take_seats_again(payload: Payload) -> None:
    """They were two people after all."""
    given: dict[str, Any] = dict(payload)
    service.take_seats_again(given["sign_ups"])


@every("sessions.find_doubles", timedelta(days=1))
def find_doubles() -> None:
    """Put before staff whoever was at one session as two people."""
    service.find_doubles()


@on(MEET_APART)
def warn_of_pair(payload: Payload) -> None:
    """Two are kept apart from now on: the hub whose session both come to is told."""
    given: dict[str, Any] = dict(payload)
    service.warn_of_pair(given["person_id"], given["other_id"])
