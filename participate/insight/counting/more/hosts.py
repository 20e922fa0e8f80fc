"""Counting who hosted."""

from collections.abc import Mapping

from sqlalchemy import select

from participate.insight.counting.given import Ground
from participate.insight.counting.held import counts_between
from participate.insight.counting.more.areas import cells, people
from participate.insight.counting.more.persons import living, whole
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.sessions.models import Session


def hosts(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Different hosts of sessions that were held, where they live."""
    held = select(Session.id).select_from(Session).where(counts_between(*period.bounds), Session.host_id.is_not(None))
    return cells(ground, period, people(ground, period, living(whole(Session.host_id, held))))
