"""Counting who hosted."""

from collections.abc import Mapping

from sqlalchemy import select

from participate.insight.counting.given import Ground
from participate.insight.counting.more.areas import cells, people
from participate.insight.counting.more.persons import living, whole
from participate.insight.counting.more.when import held_in
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period


def hosts(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Different hosts of sessions that were held, where they live."""
    held = held_in(period)
    return cells(ground, period, people(ground, period, living(whole(held.c.host_id, select(held.c.id)))))
