"""The paper sheet is keyed in: everybody on it in one go, or nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participate.core import clock
from participate.sessions import queries
from participate.sessions.models import Session
from participate.sessions.rules import attendance as rules
from participate.sessions.rules.attendance import Bands
from participate.sessions.service import attendance
from participate.sessions.words import AgeBand, CameBy


@dataclass(frozen=True)
class Sheet:
    """What stands on the paper. `came`: sign-up id → the children who came with her; `names`: walk-ins with a name;
    `others`: walk-ins without one; `minutes` it took; `seen`: how many were counted when the page was opened.
    """

    came: Mapping[int, Bands]
    names: Sequence[str]
    others: Bands
    minutes: int
    seen: int


def key_in(actor_id: int, session: Session, sheet: Sheet) -> None:
    """Count everybody on the sheet, and close the count. Whoever is counted already stays counted once.

    Raises CountChanged when somebody counted since the page was opened, BadNumber, NotFound for a sign-up of another
    session, and what attendance.close raises. Then nothing is kept.
    """
    attendance.hold(session)
    if queries.count_of(session.id).total != sheet.seen:
        raise rules.CountChanged
    rules.check_closing(session.starts_at, clock.now(), sheet.minutes)
    rules.check_number(len(sheet.names) + sheet.others.total, 0, rules.MOST_AT_ONCE)
    for sign_up_id, children in sheet.came.items():
        sign_up = queries.get_sign_up_of(session.id, sign_up_id)
        attendance.came(actor_id, session, sign_up, children=children, by=CameBy.PAPER)
    for name in sheet.names:
        attendance.walk_in(actor_id, session, AgeBand.ADULT, name=name, by=CameBy.PAPER)
    for band, number in sheet.others.pairs().items():
        for _each in range(number):
            attendance.walk_in(actor_id, session, band, by=CameBy.PAPER)
    attendance.close(actor_id, session, sheet.minutes)
