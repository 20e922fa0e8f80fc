"""What was shown lately, to whom and how often."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from sqlalchemy import case, func, select

from participate.accounts.out_of_sight import everybody
from participate.core import clock
from participate.core.db import db
from participate.introductions.queries.lately import list_begun_since
from participate.matching import engine
from participate.matching.models import Ask, Suggested
from participate.matching.quality import chance
from participate.matching.quality import exposure as amounts
from participate.matching.quality.steps import FIRST, FURTHER, WEEK, Step, monday_of


def chance_of(person_id: int) -> int | None:
    """The seed for `Facts.chance`: a number for one person-week in twenty, None for all others."""
    return chance.chance_of(person_id, clock.today())


@engine.exposure_from
def exposure() -> Mapping[str, float]:
    """Group ("project:12", "person:7") → how much it was shown and asked lately, borough-wide.

    0 (not in it): not at all; about 1.0: as much as is usual for its kind. Each introduction and each acceptance weighs
    as several showings, and what is weeks old weighs less. Three statements; for the engine, every few minutes.
    """
    with everybody():
        return amounts.relative([*_shown(), *_asked()])


def _shown() -> Iterator[tuple[str, float]]:
    """By thing and week, how many eyes fell on it and how often it was accepted."""
    today = clock.today()
    eyes = case(
        (Suggested.step < Step.SEEN, 0.0),
        (Suggested.place <= FIRST, amounts.SEEN_AT["first"]),
        (Suggested.place <= FURTHER, amounts.SEEN_AT["page"]),
        else_=amounts.SEEN_AT["rest"],
    )
    told = Suggested.subject.startswith("person:")  # of people, the introductions themselves are counted below
    asked = case((told | (Suggested.step < Step.ACCEPTED), 0.0), else_=amounts.ASKED)
    weeks = Suggested.week > monday_of(today) - amounts.WEEKS * WEEK
    query = select(Suggested.subject, Suggested.week, func.sum(eyes + asked)).where(weeks)
    for subject, week, amount in db.session.execute(query.group_by(Suggested.subject, Suggested.week)):
        if amount:
            yield subject, amounts.aged(float(amount), min(week + WEEK / 2, today), today)


def _asked() -> Iterator[tuple[str, float]]:
    """Each introduction weighs on both, and each ask of a project on whoever was asked, so that a few people are not
    asked for everything.
    """
    today, since = clock.today(), clock.now() - timedelta(weeks=amounts.WEEKS)
    asks = select(Ask.person_id, Ask.asked_at).where(Ask.asked_at > since, Ask.person_id.is_not(None))
    asked = [(person_id, at) for person_id, at in db.session.execute(asks.order_by(Ask.asked_at, Ask.id))]
    for one, other, at in list_begun_since(since):
        asked += [(one, at), (other, at)]
    for person_id, at in asked:
        yield f"person:{person_id}", amounts.aged(amounts.ASKED, clock.local(at).date(), today)
