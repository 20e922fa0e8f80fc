"""Who said they would come to the sessions of the next days, and who waits."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from participate.demo.making.ground import Ground
from participate.sessions.words import HOLDS_SEAT, MadeBy, SignUpStatus

AHEAD = timedelta(days=10)
MOST = 12
NOTES = ("", "", "", "", "First time for me.", "I bring a cake.", "I come with a stick and walk slowly.")
TASKS = (
    ("Water the beds", 30, "", "Two watering cans, there already"),
    ("Saw the old pallets", 60, "Somebody who has used a saw", "Saws and gloves"),
    ("Make tea for everyone", 40, "", ""),
)
BANDS = ("babies", "toddlers", "children", "children", "teenagers")
Rows = list[dict[str, Any]]


def draw(ground: Ground, dice: Random, ward: int, starts_at: datetime, seats: int | None, *, children: bool) -> Rows:
    """The sign-ups of one session in the order in which they came: seats until they are full, then the waiting list."""
    if not ground.now < starts_at < ground.now + AHEAD:
        return []
    wished, taken = dice.randrange(min(seats or MOST, MOST) + 3), 0
    rows, people = Rows(), dict.fromkeys(ground.someone(dice, ward).id for _each in range(wished))
    for number, person_id in enumerate(people):
        young = dice.choice((0, 0, 0, 1, 2)) if children else 0
        waits = any(row["status"] is SignUpStatus.WAITING for row in rows)
        fits = seats is None or taken + 1 + young <= seats
        status = SignUpStatus.GOING if fits and not waits else SignUpStatus.WAITING
        taken += (1 + young) * (status is SignUpStatus.GOING)
        at = ground.now - timedelta(hours=3 * (wished - number), minutes=dice.randrange(60))
        ages = dict.fromkeys(BANDS, 0) | ({dice.choice(BANDS): young} if young else {})
        rows.append({
            "person_id": person_id, "status": status, "heads": 1 + young, **ages, "note": dice.choice(NOTES),
            "meet_me": dice.random() < 0.15, "any_time": dice.random() < 0.3, "task_id": None,
            "late_minutes": 20 if dice.random() < 0.03 else None,
            "made_by": MadeBy.HOST if dice.random() < 0.1 else MadeBy.HERSELF, "salt": f"{dice.getrandbits(128):032x}",
            "queued_at": at if status is SignUpStatus.WAITING else None, "made_at": at, "changed_at": at,
        })  # fmt: skip
    return rows


def taken_by(rows: Rows) -> int:
    """The heads that hold a seat."""
    return sum(row["heads"] for row in rows if row["status"] in HOLDS_SEAT)


def write(ground: Ground, session_id: int, rows: Rows, *, outside: bool) -> None:
    """Put them into the book, each with its audit row. Outside there are tasks, and the first have chosen one."""
    going = [row for row in rows if row["status"] is SignUpStatus.GOING]
    for row, (name, minutes, skill, kit) in zip(going if outside else (), TASKS, strict=False):
        row["task_id"] = ground.book.add(
            "task", session_id=session_id, name=name, places=2, taken=1, minutes=minutes, skill=skill, kit=kit
        )
    for row in rows:
        number = ground.book.add("sign_up", session_id=session_id, **row)
        ground.book.note(row["made_at"], row["person_id"], "signed up", "sign_up", number)
