"""Who signed up for a session of the past, who came, who did not, and the children."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from participate.demo.making.counts import YOUNG
from participate.demo.making.ground import Ground
from participate.demo.making.history import feeling
from participate.demo.making.history.meetings import Meeting
from participate.demo.making.past import Past
from participate.demo.making.sessions import EASY
from participate.demo.making.sign_ups import BANDS
from participate.sessions.words import AgeBand, CameBy, MadeBy, SignUpStatus
from participate.spaces.rules.opening import Span

SIGNED = 0.3  # of those who came, or wanted to, had signed up
STAYED_AWAY, CALLED_OFF, NO_ANSWER = 0.14, 0.1, 0.02  # for each who signed up and came, so many did not
UNNAMED = 0.1  # walk-ins without a name, for each adult with one
ON_PAPER = 0.12
YOUNG_A_HEAD = 0.55  # children for each adult, where they are welcome
COLUMN = {
    AgeBand.BABY: "babies", AgeBand.TODDLER: "toddlers", AgeBand.CHILD: "children", AgeBand.TEENAGER: "teenagers",
}  # fmt: skip
DAYS = 12


@dataclass(slots=True)
class Heads:
    """Everybody of one session. `signed`: sign-ups of those who came; `others`: of those who did not."""

    adults: list[int]
    unnamed: int = 0
    young: list[tuple[AgeBand, int]] = field(default_factory=list)  # band, with whom: 0 with nobody who signed up
    signed: dict[int, dict[str, Any]] = field(default_factory=dict)
    others: list[dict[str, Any]] = field(default_factory=list)
    taken: int = 0


def draw_heads(ground: Ground, dice: Random, meeting: Meeting, starts: datetime) -> Heads:
    """Who was there, and who had said that she would be. Never more than the room holds."""
    variant = meeting.project.variant
    heads = Heads([meeting.host, *meeting.came])
    free = (variant.seats or 99) - len(heads.adults)
    heads.unnamed = min(free, int(len(heads.adults) * UNNAMED + dice.random()))
    free -= heads.unnamed
    young = min(free, round(len(heads.adults) * YOUNG_A_HEAD * 2 * dice.random())) if variant.children else 0
    if variant.recipe not in EASY:
        for person in meeting.came:
            if dice.random() < SIGNED:
                heads.signed[person] = _row(dice, person, starts, SignUpStatus.GOING)
    _bring(dice, heads, young)
    heads.taken = sum(row["heads"] for row in heads.signed.values())
    if heads.signed:
        _stay_away(ground, dice, meeting, heads, starts, variant.seats or 99)
    return heads


def _bring(dice: Random, heads: Heads, young: int) -> None:
    """Half of the children come with somebody who has signed up for them too."""
    signed = list(heads.signed)
    for _each in range(young):
        band, person = dice.choice(YOUNG), dice.choice(signed) if signed and dice.random() < 0.5 else 0
        heads.young.append((band, person))
        if person:
            heads.signed[person]["heads"] += 1
            heads.signed[person][COLUMN[band]] += 1


def _stay_away(ground: Ground, dice: Random, meeting: Meeting, heads: Heads, starts: datetime, seats: int) -> None:
    """Those who signed up and did not come, who took it back, who let an offer go by, and who stayed on the list."""
    met = {*heads.adults, *meeting.waiting}
    for status, share in (
        (SignUpStatus.GOING, STAYED_AWAY), (SignUpStatus.CANCELLED, CALLED_OFF), (SignUpStatus.LAPSED, NO_ANSWER),
    ):  # fmt: skip
        for _each in range(int(len(heads.signed) * share + dice.random())):
            person = ground.someone(dice, meeting.project.ward).id
            if person not in met and (status is not SignUpStatus.GOING or heads.taken < seats):
                met.add(person)
                heads.taken += status is SignUpStatus.GOING
                heads.others.append(_row(dice, person, starts, status))
    for person in dict.fromkeys(meeting.waiting):
        # Of those for whom there was no seat as many had signed up as of those who came; the others only looked in.
        if dice.random() < SIGNED and person not in heads.signed and person not in heads.adults:
            heads.others.append(_row(dice, person, starts, SignUpStatus.WAITING))


def _row(dice: Random, person: int, starts: datetime, status: SignUpStatus) -> dict[str, Any]:
    at = starts - timedelta(minutes=dice.randrange(120, DAYS * 24 * 60))
    waited = status in (SignUpStatus.WAITING, SignUpStatus.LAPSED)
    return {
        "person_id": person, "status": status, "heads": 1, **dict.fromkeys(BANDS, 0), "note": "",
        "meet_me": dice.random() < 0.1, "any_time": False, "task_id": None, "late_minutes": None,
        "made_by": MadeBy.HOST if dice.random() < 0.1 else MadeBy.HERSELF, "salt": f"{dice.getrandbits(128):032x}",
        "queued_at": at if waited else None, "made_at": at,
        "changed_at": at if status is SignUpStatus.GOING else starts - timedelta(minutes=90),
    }  # fmt: skip


def write_heads(
    ground: Ground, dice: Random, meeting: Meeting, session: int, span: Span, heads: Heads, past: Past,
    *, counted: bool,
) -> None:  # fmt: skip
    """The sign-ups; and where the host counted, who came, with what some of them say of it."""
    book = ground.book
    signed = {person: book.add("sign_up", session_id=session, **row) for person, row in heads.signed.items()}
    for row in heads.others:
        book.add("sign_up", session_id=session, **row)
    if not counted:
        return
    shared = {"session_id": session, "recorded_by": meeting.host, "came_at": span[0] + timedelta(minutes=10)}
    for person in heads.adults:
        sign_up = signed.get(person)
        book.add(
            "attendance", **shared, person_id=person, band=AgeBand.ADULT, first_time=person not in past.times,
            came_by=_came_by(dice, sign_up), sign_up_id=sign_up,
        )  # fmt: skip
        past.times[person] += 1
        feeling.ask(ground, dice, session, person, meeting.day, past.times[person])
    nobody = {"person_id": None, "first_time": False}
    for _each in range(heads.unnamed):
        book.add("attendance", **shared, **nobody, band=AgeBand.ADULT, came_by=_came_by(dice, None), sign_up_id=None)
    for band, person in heads.young:
        sign_up = signed.get(person)
        book.add("attendance", **shared, **nobody, band=band, came_by=_came_by(dice, sign_up), sign_up_id=sign_up)


def _came_by(dice: Random, sign_up: int | None) -> CameBy:
    if sign_up is not None:
        return CameBy.SIGN_UP
    return CameBy.PAPER if dice.random() < ON_PAPER else CameBy.WALK_IN
