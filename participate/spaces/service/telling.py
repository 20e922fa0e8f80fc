"""Each side hears once of what became of a booking; of bookings that were made together, in one letter a space.

No letter says where a home is. What is for a session ("session:12") is told to its host by the sessions when its room
is lost: they know what she can do then.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any

from participate.accounts import queries as accounts
from participate.accounts.words import Role
from participate.core import clock
from participate.core.i18n import date_time_line
from participate.core.waking import next_waking
from participate.organisations import queries as organisations
from participate.outbox.service import promise
from participate.places.lines import hours_of
from participate.places.rules.answer_days import answer_by
from participate.spaces.models import Booking, Space
from participate.spaces.queries import list_of_series
from participate.spaces.rules import Slot
from participate.spaces.words import BookingStatus

CHANGED, WAITS, WAITS_LONG = "booking.changed", "booking.waits", "booking.waits_long"
REMIND_AFTER = timedelta(days=1)


def keepers_of(space: Space) -> list[int]:
    """The ids of those who answer for a space: who looks after it, or where nobody does the staff of the hub."""
    return [each.id for each in organisations.list_keepers(space)] or staff_of(space)


def staff_of(space: Space) -> list[int]:
    """The ids of the staff of the hub at which one asks for a space."""
    hub = organisations.hub_at(space)
    return [each.id for each in accounts.list_role_holders(Role.STAFF, f"hub:{hub.id}")] if hub is not None else []


def wake(booking: Booking, status: str) -> None:
    """Whoever built on a booking hears, after this transaction, that it changed."""
    if booking.subject:
        payload = {"booking_id": booking.id, "status": status}
        promise(CHANGED, payload, key=f"{CHANGED}:{booking.id}:{booking.sequence}")


def tell_booked(actor_id: int, made: Sequence[Booking]) -> None:
    """New bookings: who looks after the space is asked, or told; whoever it is for has it in writing."""
    for those in _by(made, lambda each: (each.space_id, each.status)):
        keepers = keepers_of(those[0].space)
        if those[0].status is BookingStatus.ASKED:
            _ask(actor_id, keepers, those)
            continue
        _tell("booking_made", _but(keepers, actor_id, those[0].person_id), those)
        if not _of_session(those[0]) and those[0].person_id not in keepers:
            _tell("booking_agreed", [those[0].person_id], those)


def _ask(actor_id: int, keepers: Iterable[int], those: Sequence[Booking], was: str = "") -> None:
    """Ask for an answer; and promise to come back to it when none comes."""
    _tell("booking_asked", _but(keepers, actor_id), those, was=was)
    first = those[0]
    payload = {"booking_id": first.id, "sequence": first.sequence}
    for name, due in ((WAITS, next_waking(clock.now() + REMIND_AFTER)), (WAITS_LONG, _hub_answers_by(first.space))):
        promise(name, payload, key=f"{name}:{first.id}:{first.sequence}", due=due, good_until=those[-1].starts_at)


def _hub_answers_by(space: Space) -> Any:
    hub = organisations.hub_at(space)
    hours = hours_of(hub) if hub is not None else {}
    return answer_by(clock.local(clock.now()), hours)


def tell_agreed(actor_id: int, those: Sequence[Booking]) -> None:
    """Yes."""
    for some in _by(those, lambda each: (each.space_id, each.person_id)):
        _tell("booking_agreed", _but([some[0].person_id], actor_id), some)


def tell_declined(actor_id: int, those: Sequence[Booking], reason: str) -> None:
    """Not this time, and why."""
    for some in _by(those, lambda each: (each.space_id, each.person_id)):
        if not _of_session(some[0]):
            _tell("booking_declined", _but([some[0].person_id], actor_id), some, reason=reason)


def tell_cancelled(actor_id: int | None, those: Sequence[Booking], reason: str) -> None:
    """It is off: the other side hears of it."""
    for some in _by(those, lambda each: (each.space_id, each.person_id)):
        keepers, own = keepers_of(some[0].space), some[0].person_id
        if own != actor_id and not _of_session(some[0]):
            _tell("booking_cancelled", [own], some, reason=reason, keeps=False)
        if actor_id not in keepers:
            _tell("booking_cancelled", _but(keepers, own), some, reason=reason, keeps=True)


def tell_moved(actor_id: int, those: Sequence[Booking], before: Sequence[tuple[Slot, Space]]) -> None:
    """Another time or place: the other side hears of it, or is asked again. `before`: when and where each was. Those
    that moved together, from one space to one, are one letter."""
    stood = {each.id: was for each, was in zip(those, before, strict=True)}
    for some in _by(those, lambda each: (each.space_id, each.person_id, each.status, stood[each.id][1].id)):
        _tell_moved(actor_id, some, [stood[each.id][0] for each in some], stood[some[0].id][1])


def _tell_moved(actor_id: int, those: Sequence[Booking], slots: Sequence[Slot], space_before: Space) -> None:
    own, keepers = those[0].person_id, keepers_of(those[0].space)
    facts: dict[str, Any] = {"was": "; ".join(map(_line, slots)), "space_was": space_before.name}
    if own != actor_id:
        _tell("booking_moved", [own], those, **facts, keeps=False)
    if space_before.id != those[0].space_id:
        _tell("booking_moved", _but(keepers_of(space_before), actor_id, *keepers), those, **facts, keeps=True)
    if those[0].status is BookingStatus.ASKED:
        _ask(actor_id, keepers, those, facts["was"])
    elif actor_id not in keepers:
        _tell("booking_moved", _but(keepers, own), those, **facts, keeps=True)


def tell_lapsed(booking: Booking) -> None:
    """Its time came and nobody answered: we are sorry."""
    if not _of_session(booking):
        _tell("booking_lapsed", [booking.person_id], [booking])


def remind_keepers(booking: Booking, sequence: int) -> None:
    """Somebody still waits for an answer, after a day."""
    those = _still_waiting(booking, sequence)
    if those:
        _tell("booking_waits", keepers_of(booking.space), those, hub=False)


def remind_staff(booking: Booking, sequence: int) -> None:
    """Somebody still waits for an answer, after two working days: the hub rings the keeper."""
    those = _still_waiting(booking, sequence)
    if those:
        _tell("booking_waits", staff_of(booking.space), those, hub=True)


def _still_waiting(booking: Booking, sequence: int) -> list[Booking]:
    """Those that were asked for together with a booking and still wait."""
    those = list_of_series(booking.series_id, booking.space_id) if booking.series_id is not None else [booking]
    now = clock.now()
    return [
        each for each in those
        if each.status is BookingStatus.ASKED and each.sequence == sequence and each.starts_at > now
    ]  # fmt: skip


def _of_session(booking: Booking) -> bool:
    return booking.subject.startswith("session:")


def _but(people: Iterable[int | None], *but: int | None) -> list[int]:
    """The people, each once, without some of them."""
    return [each for each in dict.fromkeys(people) if each is not None and each not in but]


def _by(those: Sequence[Booking], key: Callable[[Booking], object]) -> list[list[Booking]]:
    found: dict[object, list[Booking]] = {}
    for each in those:
        found.setdefault(key(each), []).append(each)
    return list(found.values())


def _line(slot: Slot) -> str:
    return date_time_line(slot.starts_at, slot.ends_at)


def _tell(letter: str, people: Iterable[int | None], those: Sequence[Booking], **more: object) -> None:
    first, last = those[0], those[-1]
    facts = {
        "id": first.id, "space": first.space.name, "label": first.label, "heads": first.heads, "note": first.note,
        "by": first.person.first_name if first.person else "", "home": first.space.at_home,
        "dates": [_line(Slot(each.starts_at, each.ends_at)) for each in those], **more,
        # A kitchen is opened all the same; whoever is kept apart from her who comes hears no name.
        "whose": {"by": first.person_id},
    }  # fmt: skip
    for person_id in _but(people):
        key = f"{letter}:{first.id}:{first.sequence}:{person_id}"
        promise("letter", {"name": letter, "person_id": person_id, "facts": facts}, key=key, good_until=last.ends_at)
