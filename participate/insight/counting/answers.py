"""How long neighbours wait until a person answers them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from participate.audit.models import AuditRow
from participate.core import clock
from participate.funds.models import FundAsk
from participate.funds.words import AskStatus
from participate.insight.counting.beginnings import middle
from participate.insight.counting.given import Counter, Ground
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, WHOLE
from participate.materials.models import GiftAsk
from participate.places.rules.answer_days import OFFICE, answer_by
from participate.projects.models import Idea, IdeaReply, TeamRequest
from participate.projects.words import IdeaStatus, RequestStatus
from participate.spaces.models import Booking
from participate.spaces.words import BookingStatus


@dataclass(frozen=True)
class Answer:
    """Somebody asked, and a person answered."""

    asker: int | None
    asked_at: datetime
    answered_at: datetime

    @property
    def seconds(self) -> int:
        return max(0, int((self.answered_at - self.asked_at).total_seconds()))

    @property
    def in_time(self) -> bool:
        """Whether it came by the end of the second working day after the day of asking."""
        due = answer_by(clock.local(self.asked_at), OFFICE).date()
        return clock.local(self.answered_at).date() <= due


def answer_hours(ground: Ground, period: Period) -> dict[Key, Counted]:
    """The middle one of the waits, in whole hours."""
    found = list(answers_in(ground, period))
    wait = middle([each.seconds for each in found]) // 3600
    return {(BOROUGH, WHOLE): Counted(wait, len(found))}


def answers(ground: Ground, period: Period) -> dict[Key, Counted]:
    """How many were answered."""
    return _counted(list(answers_in(ground, period)))


def answered_in_time(ground: Ground, period: Period) -> dict[Key, Counted]:
    """How many of them in two working days."""
    return _counted([each for each in answers_in(ground, period) if each.in_time])


def answers_in(ground: Ground, period: Period) -> Iterator[Answer]:
    """Every answer of the period. There are far fewer than attendances: they are read one by one."""
    for query in _queries(*period.bounds):
        for row in ground.connection.execute(query):
            yield Answer(*row)


def _counted(found: list[Answer]) -> dict[Key, Counted]:
    times: dict[int | None, int] = {}
    for each in found:
        times[each.asker] = times.get(each.asker, 0) + 1
    return {(BOROUGH, WHOLE): Counted(len(found), len(times), max(times.values(), default=0))}


def _queries(since: datetime, until: datetime) -> Iterator[Select[*tuple[Any, ...]]]:
    for table, asker, asked, answered, *which in (
        (Idea, Idea.author_id, Idea.made_at, first_answer(), Idea.hidden_at.is_(None)),
        (IdeaReply, IdeaReply.person_id, IdeaReply.made_at, first_answer(IdeaReply), IdeaReply.hidden_at.is_(None)),
        (
            TeamRequest, TeamRequest.person_id, TeamRequest.asked_at, TeamRequest.answered_at,
            TeamRequest.hidden_at.is_(None), TeamRequest.status.in_((RequestStatus.WELCOMED, RequestStatus.NOT_NOW)),
        ),
        # A space that is free at once answers by itself: nobody stands as who answered.
        (
            Booking, Booking.person_id, Booking.made_at, Booking.answered_at, Booking.answered_by.is_not(None),
            Booking.status.in_((BookingStatus.AGREED, BookingStatus.DECLINED, BookingStatus.CANCELLED)),
        ),
        (
            FundAsk, FundAsk.person_id, FundAsk.asked_at, FundAsk.decided_at, FundAsk.hidden_at.is_(None),
            FundAsk.status.in_((AskStatus.GRANTED, AskStatus.DECLINED)),
        ),
    ):  # fmt: skip
        yield select(asker, asked, answered).where(answered >= since, answered < until, *which).order_by(table.id)
    yield _gifts(since, until)


def first_answer(table: type[Idea] | type[IdeaReply] = Idea) -> ColumnElement[Any]:
    """When it was first answered: its row tells only of the newest answer, the trail of all of them."""
    verbs = (IdeaStatus.ANSWERED.value, IdeaStatus.CLOSED.value)
    noted = select(func.min(AuditRow.at, type_=AuditRow.at.type)).where(
        AuditRow.kind == table.__tablename__, AuditRow.thing_id == table.id, AuditRow.verb.in_(verbs)
    )
    return func.coalesce(noted.correlate(table).scalar_subquery(), table.answered_at)


def _gifts(since: datetime, until: datetime) -> Select[*tuple[Any, ...]]:
    """A gift's row tells only what came last, so the first answer is looked up in the trail. A lot is no person."""
    first = func.min(AuditRow.at, type_=AuditRow.at.type)
    return (
        select(GiftAsk.person_id, GiftAsk.asked_at, first)
        .join(AuditRow, AuditRow.thing_id == GiftAsk.id)
        .where(
            AuditRow.kind == "gift_ask", AuditRow.verb.in_(("chosen", "not chosen")), AuditRow.actor_id.is_not(None),
            GiftAsk.lot.is_(None),
        )
        .group_by(GiftAsk.id, GiftAsk.person_id, GiftAsk.asked_at)
        .having(first >= since, first < until)
        .order_by(GiftAsk.id)
    )  # fmt: skip


COUNTERS: dict[str, Counter] = {
    "answer_hours": answer_hours, "answers": answers, "answered_in_time": answered_in_time,
}  # fmt: skip
