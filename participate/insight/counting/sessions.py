"""Sessions: those that took place, who led them, how many could come and who held a place."""

from __future__ import annotations

from sqlalchemy import CTE, case, exists, func, select

from participate.accounts.models import RoleHeld
from participate.accounts.words import Role
from participate.insight.counting.areas import Cut, cuts_of, filled, where_held
from participate.insight.counting.cells import most_of, numbers_of
from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.held import HELD_A_PLACE, held_in, roots
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import Split
from participate.sessions.models import Session, SignUp

PAID = (Role.STAFF, Role.OFFICER, Role.ADMIN)


def sessions_held(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Sessions that took place. They stood in the programme: no secret."""
    cuts = cuts_of(period, Split.THEME)
    held = held_in(period)
    found = {key: Counted(many, many) for key, (many,) in numbers_of(ground, held, cuts, func.count())}
    return filled(ground, cuts, found, where_held(ground, period))


def led_by_residents(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Those whose host was not paid to be there, as her roles stood on that day."""
    held = held_in(period)
    paid = exists().where(
        RoleHeld.person_id == held.c.host_id, RoleHeld.role.in_(PAID), RoleHeld.since <= held.c.starts_at
    )
    led = select(held.c.ward, held.c.locality).where(held.c.host_id.is_not(None), ~paid).cte("led")
    cuts = cuts_of(period)
    found = {key: Counted(many, many) for key, (many,) in numbers_of(ground, led, cuts, func.count())}
    return filled(ground, cuts, found, where_held(ground, period))


def openings(ground: Ground, period: Period) -> dict[Key, Counted]:
    """How many could sign up, where there was a limit."""
    cuts = cuts_of(period)
    found = _offered(ground, period, cuts)
    return filled(ground, cuts, found, lambda key: key in found)


def filled_places(ground: Ground, period: Period) -> dict[Key, Counted]:
    """The heads of sign-ups that held a place, never more than there were places."""
    cuts, limited = cuts_of(period), _limited(period)
    taken = (
        select(
            limited.c.id, limited.c.ward, limited.c.locality, limited.c.places, func.sum(SignUp.heads).label("heads")
        )
        .join(SignUp, SignUp.session_id == limited.c.id)
        .where(SignUp.status.in_(HELD_A_PLACE))
        .group_by(limited.c.id, limited.c.ward, limited.c.locality, limited.c.places)
        .cte("taken")
    )  # fmt: skip
    heads = func.sum(case((taken.c.heads < taken.c.places, taken.c.heads), else_=taken.c.places))
    holders = _holders(limited)
    rows = numbers_of(ground, holders, cuts, func.count(holders.c.person.distinct()))
    different = {key: people for key, (people,) in rows}
    most = most_of(ground, holders, cuts, holders.c.person, holders.c.heads)
    found = {
        key: Counted(many, different[key], min(most[key], many))
        for key, (many,) in numbers_of(ground, taken, cuts, heads)
    }  # fmt: skip
    offered = _offered(ground, period, cuts)
    return filled(ground, cuts, found, lambda key: key in offered)


def _holders(limited: CTE) -> CTE:
    """Who held a place, after merging, with the heads that she signed up."""
    root = roots()
    person = func.coalesce(root.c.root, SignUp.person_id).label("person")
    return (
        select(limited.c.ward, limited.c.locality, person, SignUp.heads)
        .join(SignUp, SignUp.session_id == limited.c.id)
        .outerjoin(root, root.c.id == SignUp.person_id)
        .where(SignUp.status.in_(HELD_A_PLACE))
        .cte("holders")
    )


def _limited(period: Period) -> CTE:
    """The sessions for which so many could sign up."""
    held, places = held_in(period), func.coalesce(Session.places, Session.capacity)
    return (
        select(held.c.id, held.c.ward, held.c.locality, places.label("places"))
        .join(Session, Session.id == held.c.id)
        .where(places > 0, Session.drop_in.is_(False))
        .cte("limited")
    )


def _offered(ground: Ground, period: Period, cuts: list[Cut]) -> dict[Key, Counted]:
    limited = _limited(period)
    rows = numbers_of(ground, limited, cuts, func.sum(limited.c.places))
    return {key: Counted(many, many) for key, (many,) in rows if many}


COUNTERS: dict[str, Counter] = {
    "sessions_held": sessions_held, "led_by_residents": led_by_residents, "openings": openings,
    "filled": filled_places,
}  # fmt: skip
