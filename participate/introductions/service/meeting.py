"""That they met: both were counted at the same session after the yes, or one of them said so. Nobody is asked."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import update

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.introductions.models import Introduction
from participate.introductions.rules import NotOpen
from participate.introductions.service import holding
from participate.introductions.words import MetHow


def we_met(person_id: int, introduction: Introduction) -> None:
    """One of the two says so. Twice is once. Raises NotFound, or NotOpen before both said yes."""
    holding.hold(introduction)
    holding.own_side(introduction, person_id)
    if introduction.opened_at is None:
        raise NotOpen
    if introduction.met_at is None:
        introduction.met_at, introduction.met_how = clock.now(), MetHow.SAID
        record(person_id, "met", "introduction", introduction.id)
    db.session.flush()


def note_met(person_ids: Collection[int], moment: datetime) -> None:
    """All these were at one session at `moment`: those pairs among them that had both said yes by then have met.

    One statement, whatever the number of people.
    """
    here = set(person_ids)
    if len(here) < 2:
        return
    pairs = (Introduction.low_id.in_(here), Introduction.high_id.in_(here))
    first = (Introduction.met_at.is_(None), Introduction.opened_at <= moment)
    change = update(Introduction).where(*pairs, *first).values(met_at=moment, met_how=MetHow.SESSION)
    db.session.execute(change.execution_options(synchronize_session="fetch"))
