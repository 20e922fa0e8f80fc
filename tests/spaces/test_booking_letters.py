"""Who hears of what, once; and what the letters say."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import current_app

from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.core.mail import list_laid
from participate.outbox.service import run_due, run_periodic
from participate.spaces import service
from participate.spaces.models import HomeAddress
from participate.spaces.rules import What, days_of
from participate.spaces.words import SpaceKind
from tests.spaces.booking import DAY, LUNCH, agreed, asked, at, letters, open_to_all
from tests.spaces.build import build_space
from tests.street import Street

CANARY = "7 Wren Close"


def booking(street: Street, start: Callable[..., object] = asked, **more: object) -> object:
    """Chidi's, in Dora's kitchen; whoever heard of it has."""
    made = start(street.chidi, street.space, at(12), **more)
    letters()
    return made


def test_who_is_asked(street: Street) -> None:
    asked(street.chidi, street.space, at(12))
    assert letters() == [("booking_asked", street.dora.id)]


def test_who_hears_of_what_is_booked_at_once(street: Street) -> None:
    service.book(street.chidi.id, open_to_all(street.space), at(12), LUNCH)
    assert letters() == [("booking_made", street.dora.id), ("booking_agreed", street.chidi.id)]


def test_nobody_writes_to_herself(street: Street) -> None:
    service.book(street.dora.id, street.space, at(12), LUNCH, as_keeper=True)
    assert letters() == []


def test_a_session_has_a_page_of_its_own(street: Street) -> None:
    service.book(street.chidi.id, open_to_all(street.space), at(12), What("Mend Club", subject="session:1"))
    assert letters() == [("booking_made", street.dora.id)]


def test_an_organisation_hears_through_those_who_speak_for_it(street: Street) -> None:
    hall = build_space(street, organisation_id=street.organisation.id, capacity=40)
    asked(street.chidi, hall, at(12))
    assert letters() == [("booking_asked", street.bilal.id)]


def test_where_nobody_is_left_the_hub_is_asked(street: Street) -> None:
    hall = build_space(street, organisation_id=street.organisation.id, capacity=40)
    street.bilal.status = PersonStatus.SUSPENDED
    db.session.commit()
    asked(street.chidi, hall, at(12))
    assert letters() == [("booking_asked", street.dora.id)]


def test_a_series_is_one_letter_to_each(street: Street) -> None:
    slots = [at(12, day=day) for day in days_of(DAY, 1, 10)]
    other = open_to_all(build_space(street, capacity=12))
    made = service.book_series(street.chidi.id, street.space, slots, LUNCH, elsewhere={5: other})
    assert letters() == [
        ("booking_asked", street.dora.id), ("booking_made", street.amina.id), ("booking_agreed", street.chidi.id),
    ]  # fmt: skip
    service.agree_series(street.dora.id, made[0].series_id or 0, street.space.id)
    assert letters() == [("booking_agreed", street.chidi.id)]
    service.cancel_series(street.chidi.id, made[0].series_id or 0)
    assert letters() == [("booking_cancelled", street.dora.id), ("booking_cancelled", street.amina.id)]


def test_yes_and_no(street: Street) -> None:
    service.agree(street.dora.id, booking(street))  # type: ignore[arg-type]
    assert letters() == [("booking_agreed", street.chidi.id)]
    other = asked(street.chidi, street.space, at(16))
    letters()
    service.decline(street.dora.id, other, "The oven is broken")
    assert letters() == [("booking_declined", street.chidi.id)]


@pytest.mark.parametrize(
    ("who", "hears"), [("chidi", ["dora"]), ("dora", ["chidi"]), ("gita", ["chidi", "dora"])]
)  # fmt: skip
def test_off(street: Street, who: str, hears: list[str]) -> None:
    service.cancel(getattr(street, who).id, booking(street, agreed), "It rains")  # type: ignore[arg-type]
    assert letters() == [("booking_cancelled", getattr(street, name).id) for name in hears]


def test_whose_room_is_lost_hears_from_the_sessions(street: Street) -> None:
    what = What("Mend Club", subject="session:1")
    for change in (
        lambda made: service.decline(street.dora.id, made, "No"),
        lambda made: service.cancel(street.dora.id, made, "No"),
    ):
        made = asked(street.chidi, street.space, at(12), what)
        letters()
        change(made)
        assert letters() == []


@pytest.mark.parametrize(
    ("who", "as_keeper", "hears"),
    [("chidi", False, [("booking_asked", "dora")]), ("dora", True, [("booking_moved", "chidi")]),
     ("gita", True, [("booking_moved", "chidi"), ("booking_moved", "dora")])],
)  # fmt: skip
def test_moved(street: Street, who: str, as_keeper: bool, hears: list[tuple[str, str]]) -> None:
    made = booking(street, agreed)
    service.move(getattr(street, who).id, made, at(16), as_keeper=as_keeper)  # type: ignore[arg-type]
    assert letters() == [(name, getattr(street, person).id) for name, person in hears]


def test_moved_to_another_space_both_keepers_hear(street: Street) -> None:
    other = open_to_all(build_space(street, capacity=12))
    service.move(street.chidi.id, booking(street, agreed), at(16), other)  # type: ignore[arg-type]
    assert letters() == [("booking_moved", street.dora.id), ("booking_moved", street.amina.id)]


def reminders(hours: range) -> list[tuple[int, str]]:
    """After how many hours which address was reminded."""
    found: list[tuple[int, str]] = []
    for hour in hours:
        with clock.stop_at(clock.now() + timedelta(hours=hour)):
            run_due()
        laid = list_laid(current_app.extensions["settings"].data / "letters")
        sent = [each.to for each in laid if each.subject.startswith("Still waiting")]
        found += [(hour, each) for each in sent[: len(sent) - len(found)]]
    return found


def test_who_waits_is_not_forgotten(street: Street) -> None:
    """Asked on Thursday noon: the keeper on Friday noon, the hub when it closes on Saturday; each once."""
    asked(street.chidi, build_space(street, capacity=12), at(12))
    assert reminders(range(0, 24 * 8, 3)) == [(24, street.amina.email), (54, street.dora.email)]


@pytest.mark.parametrize("answer", ["agree", "cancel"])
def test_who_has_an_answer_does_not_wait(street: Street, answer: str) -> None:
    made = asked(street.chidi, street.space, at(12))
    getattr(service, answer)(street.dora.id, made)
    letters()
    with clock.stop_at(clock.now() + timedelta(days=4)):
        run_due()
        assert letters() == []


def test_what_was_moved_waits_anew(street: Street) -> None:
    made = asked(street.chidi, street.space, at(12))
    with clock.stop_at(clock.now() + timedelta(hours=20)):
        service.move(street.chidi.id, made, at(16))
        db.session.commit()
    assert reminders(range(21, 50)) == [(44, street.dora.email)]


def test_no_answer_came(street: Street) -> None:
    made = booking(street)
    with clock.stop_at(at(12).starts_at):
        run_periodic()
        assert letters() == [("booking_lapsed", street.chidi.id)]
        run_periodic()
        assert letters() == []
    assert made is not None


def every_letter(street: Street) -> None:
    """Every letter there is about a booking, of a home whose address is a canary."""
    home = build_space(street, name="Amina’s front room", kind=SpaceKind.HOME, capacity=12)
    db.session.add(HomeAddress(space_id=home.id, words=CANARY))
    db.session.commit()
    chidi, amina = street.chidi.id, street.amina.id
    what = What("Lunch for the street", heads=8, note="We bring <b>plates</b>.")
    service.agree(amina, service.book(chidi, home, at(9), what))
    service.decline(amina, service.book(chidi, home, at(11), what), "We are away")
    service.move(chidi, service.book(chidi, home, at(13), what), at(14))
    for actor in (chidi, amina):
        made = service.book(actor, home, at(18), what, as_keeper=True, person_id=chidi)
        service.move(street.gita.id, made, at(16), as_keeper=True)
        service.cancel(actor, made, "It rains")
    open_to_all(home)
    service.book(chidi, home, at(20), what)
    db.session.commit()
    with clock.stop_at(clock.now() + timedelta(days=5)):
        run_due()
    with clock.stop_at(at(22).starts_at):
        run_periodic()
        run_due()


NAMES = {"asked", "agreed", "declined", "moved", "cancelled", "made", "waits", "lapsed"}


def test_every_letter_is_whole_and_no_letter_says_where_a_home_is(street: Street) -> None:
    sent: set[str] = set()
    held = service.telling.promise

    def note(name: str, payload: dict[str, object], **more: object) -> None:
        sent.add(str(payload["name"]).removeprefix("booking_") if name == "letter" else "")
        held(name, payload, **more)  # type: ignore[arg-type]

    service.telling.promise = note  # type: ignore[assignment]
    try:
        every_letter(street)
    finally:
        service.telling.promise = held
    assert sent - {""} == NAMES
    laid = [each for each in list_laid(current_app.extensions["settings"].data / "letters") if "front" in each.subject]
    assert len(laid) >= 12
    for each in laid:
        whole = f"{each.subject}\n{each.body}\n{each.html}"
        assert CANARY not in whole
        assert "Lunch" not in each.subject
        assert "Saturday 11 July" in whole
        assert "http" in whole
