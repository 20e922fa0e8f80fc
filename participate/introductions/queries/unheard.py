"""Who said hello and heard nothing: for the hub's desk, which rings whoever has not answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.introductions.models import Introduction, IntroductionSide
from participate.introductions.words import IntroductionStatus, Said
from participate.places.models import Hub
from participate.places.queries import list_hubs, nearest_hub
from participate.places.rules.answer_days import answer_by, is_late

SOONEST = timedelta(days=1)  # two working days are never shorter
MOST = 500


@dataclass(frozen=True)
class Unheard:
    """Somebody (`person_id`) was asked, and has not answered in two of her hub's working days.

    It names neither who asked nor any other side: whoever said no is not in it.
    """

    introduction_id: int
    person_id: int
    name: str
    words: str
    since: datetime
    due: datetime
    good_until: datetime
    hub_id: int | None


def list_unheard(hub_id: int | None = None) -> Sequence[Unheard]:
    """Those of one hub, or all, the longest waiting first, at most so many. Four statements at most."""
    now, hubs = clock.now(), list_hubs()
    query = select(IntroductionSide).join(IntroductionSide.introduction).join(IntroductionSide.person)
    asked = (Introduction.status == IntroductionStatus.ASKED, IntroductionSide.said == Said.NOTHING)
    still = (Introduction.good_until > now, Introduction.made_at < now - SOONEST)
    query = query.where(*asked, *still, Person.status == PersonStatus.ACTIVE)
    parts = joinedload(IntroductionSide.introduction), joinedload(IntroductionSide.person)
    sides = db.session.scalars(query.options(*parts).order_by(Introduction.made_at, IntroductionSide.id).limit(MOST))
    found = (_unheard(side, nearest_hub(side.person.ward_id, side.person.square, hubs)) for side in sides.unique())
    return [each for each in found if is_late(each.due, False, now) and hub_id in (None, each.hub_id)]


def _unheard(side: IntroductionSide, hub: Hub | None) -> Unheard:
    introduction = side.introduction
    hours = {each.weekday: (each.opens, each.closes) for each in hub.hours} if hub is not None else {}
    due = answer_by(clock.local(introduction.made_at), hours)
    return Unheard(
        introduction.id, side.person_id, side.person.first_name, introduction.words, introduction.made_at, due,
        introduction.good_until, hub.id if hub is not None else None,
    )  # fmt: skip
