"""Counting what partners pledged and kept. Pledges are public; one partner may have made most of them."""

from collections.abc import Mapping

from sqlalchemy import Select, func, select

from participate.insight.counting.given import Ground
from participate.insight.counting.more.areas import of_borough
from participate.insight.counting.more.when import at, on
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.organisations.models import Pledge, PledgeGiven
from participate.organisations.words import PledgeStatus


def pledges_made(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """All but those that a team did not need."""
    wanted = (Pledge.hidden_at.is_(None), Pledge.status != PledgeStatus.NOT_NOW)
    return _by_partner(ground, select(Pledge.organisation_id).where(*wanted, at(period, Pledge.made_at)))


def pledges_kept(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """By the giving with which all of it was given; what is given beyond that changes nothing."""
    in_order = (PledgeGiven.noted_at, PledgeGiven.id)
    running = select(
        PledgeGiven.pledge_id, PledgeGiven.day, PledgeGiven.noted_at, PledgeGiven.units,
        func.sum(PledgeGiven.units).over(partition_by=PledgeGiven.pledge_id, order_by=in_order).label("so_far"),
    ).subquery()  # fmt: skip
    full = (running.c.so_far >= Pledge.amount, running.c.so_far - running.c.units < Pledge.amount)
    kept = select(Pledge.organisation_id).join(running, running.c.pledge_id == Pledge.id)
    return _by_partner(
        ground, kept.where(Pledge.hidden_at.is_(None), *full, on(period, running.c.day, running.c.noted_at))
    )


def _by_partner(ground: Ground, rows: Select) -> Mapping[Key, Counted]:
    found = rows.subquery()
    query = select(func.count()).select_from(found).group_by(found.c.organisation_id)
    numbers = ground.connection.scalars(query).all()
    return of_borough(sum(numbers), most=max(numbers, default=0))
