"""Writing the ledger, and laying a letter on the site for whoever is not written to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update

from participate.accounts.models import Person
from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.db import db
from participate.notifications.models import Call, Notice, Sent, Told
from participate.notifications.words import CallStatus, Outcome, Way, Why

KEPT, KEPT_SHORT, KEPT_TEXTED = timedelta(days=365), timedelta(days=90), timedelta(days=4)


@dataclass(frozen=True)
class Errand:
    """A letter that is to reach somebody: which, whom, with what facts, why; when it was promised and until when it
    makes sense. `about` is what it is about ("session:12").
    """

    letter: str
    person: Person
    facts: Mapping[str, object]
    promise_id: int
    why: Why
    about: str
    made_at: datetime
    good_until: datetime | None


def note(errand: Errand, outcome: Outcome, way: Way | None = None, why: Why | None = None) -> None:
    """One line in her ledger."""
    db.session.add(
        Sent(
            person_id=errand.person.id, promise_id=errand.promise_id, letter=errand.letter, way=way, outcome=outcome,
            why=why or errand.why, about=errand.about, at=clock.now(),
        )
    )  # fmt: skip


def hold_back(errand: Errand, why: Why) -> None:
    """It is not sent; where she has an account it stands on the site."""
    on_site = why is not Why.APART and why is not Why.NOTHING_GOOD and lay_on_site(errand)
    note(errand, Outcome.HELD_BACK, Way.SITE if on_site else None, why)


def lay_on_site(errand: Errand) -> bool:
    """Let a letter stand on the site for her. Returns whether she has an account and can see it there."""
    if errand.person.kind is not PersonKind.ACCOUNT:
        return False
    db.session.add(
        Notice(
            person_id=errand.person.id, promise_id=errand.promise_id, letter=errand.letter, facts=dict(errand.facts),
            made_at=clock.now(), good_until=errand.good_until,
        )
    )  # fmt: skip
    return True


def put_away(notice: Notice) -> None:
    """She has seen it: its facts go. Twice is once."""
    if notice.seen_at is None:
        notice.seen_at, notice.facts = clock.now(), {}
        db.session.flush()


def forget_old() -> None:
    """The ledger and calls go after a year, notices and what weekly mails told after 90 days; a text of which no word
    came has arrived; a call whose time is over is gone.
    """
    now = clock.now()
    db.session.execute(delete(Sent).where(Sent.at < now - KEPT))
    db.session.execute(delete(Call).where(Call.made_at < now - KEPT))
    db.session.execute(delete(Notice).where(Notice.made_at < now - KEPT_SHORT))
    db.session.execute(delete(Told).where(Told.at < now - KEPT_SHORT))
    db.session.execute(delete(Call).where(Call.status == CallStatus.TEXTED, Call.made_at < now - KEPT_TEXTED))
    over = (Call.status == CallStatus.WAITING, Call.good_until < now)
    db.session.execute(update(Call).where(*over).values(status=CallStatus.GONE, facts={}))
    db.session.execute(update(Notice).where(Notice.good_until < now).values(facts={}))
