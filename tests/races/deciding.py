"""Reports: several of the staff decide about one thing at the same moment. One does; the others are told so."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from sqlalchemy import func, select

from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.moderation import service
from participate.moderation.models import Report
from participate.moderation.rules import AlreadyDecided
from participate.moderation.service import reports
from participate.moderation.words import Choice, ReportReason, ReportStatus
from participate.outbox.models import Promise
from participate.projects.models import Idea
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, people

TAKE_TURNS = (Choice.HIDE, Choice.KEEP)
SIX = 6


def _idea(author_id: int) -> Idea:
    now = clock.now()
    made = Idea(words="A bench", author_id=author_id, made_at=now, changed_at=now)
    db.session.add(made)
    db.session.flush()
    return made


def _report(idea: Idea, reporter_id: int, **more: object) -> int:
    made = Report(
        kind="idea", thing_id=idea.id, title=idea.words, reason=ReportReason.OTHER, reporter_id=reporter_id,
        author_id=idea.author_id, made_at=clock.now(), **more,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made.id


def _decides(
    actor_id: int, report_id: int, choice: Choice, told: list[tuple[int, object]], *, saw_waiting: bool
) -> Job:
    """She presses; `told` says what came of it: her choice, or why not."""

    def decide() -> None:
        try:
            held = db.session.get_one(Report, report_id)
            service.decide(actor_id, held, choice, "We looked.", saw_waiting=saw_waiting)
        except RuleBroken as error:
            told.append((actor_id, type(error)))
            raise
        told.append((actor_id, choice))

    return decide


def _faults(report_id: int, told: list[tuple[int, object]]) -> list[str]:
    """One decided, her decision stands, it is in the trail once, and everybody else read that it was decided."""
    row = db.session.get_one(Report, report_id, populate_existing=True)
    done = [(who, what) for who, what in told if isinstance(what, Choice)]
    trail = select(func.count(AuditRow.id)).where(
        AuditRow.verb == "decided", AuditRow.kind == "report", AuditRow.thing_id == report_id
    )
    hidden = db.session.get_one(Idea, row.thing_id, populate_existing=True).hidden_at is not None
    letters = select(func.count(Promise.id)).where(Promise.key.like(f"thing_%-{report_id}-%"))
    found = {
        "decided": (len(done), 1),
        "stands": ([(row.decided_by, row.choice)], done[:1]),
        "in the trail": (db.session.scalar(trail), 1),
        "hidden": (hidden, row.choice is Choice.HIDE),
        "letters to the author": (db.session.scalar(letters), int(row.choice is Choice.HIDE)),
        "told kindly": (sum(what is AlreadyDecided for _who, what in told), len(told) - 1),
    }
    return [f"{what}: {is_} instead of {want}" for what, (is_, want) in found.items() if is_ != want]


def one_decision() -> Start:
    """Six of the staff have the same page open; three press “Hide it”, three “Keep it”."""
    author, teller, *staff = people(2 + SIX)
    number, told = _report(_idea(author), teller), list[tuple[int, object]]()
    jobs = [_decides(each, number, TAKE_TURNS[place % 2], told, saw_waiting=True) for place, each in enumerate(staff)]
    return Start(jobs, lambda: _faults(number, told))


def hidden_once() -> Start:
    """It was kept a while ago; now six think again, and hide it: its author hears of it once."""
    author, teller, *staff = people(2 + SIX)
    kept = {"status": ReportStatus.KEPT, "choice": Choice.KEEP, "decided_at": clock.now(), "decided_by": staff[0]}
    number, told = _report(_idea(author), teller, **kept), list[tuple[int, object]]()
    jobs = [_decides(each, number, Choice.HIDE, told, saw_waiting=False) for each in staff]
    return Start(jobs, lambda: _faults(number, told))


def _looks_then_leaps(*given: object, **more: object) -> None:
    CHECK(*given, **more)  # type: ignore[arg-type]
    db.session.commit()
    time.sleep(GAP)


CHECK = reports.check_choice


@contextmanager
def guard_off() -> Iterator[None]:
    """Whoever found that it may be decided lets go of it before she decides."""
    with patch.object(reports, "check_choice", _looks_then_leaps):
        yield


RACES = (
    Race("one-decision six decide about one report, one does", one_decision, guard_off),
    Race("hidden-once six hide what was kept, one does", hidden_once, guard_off),
)
