"""How a race is run: everybody starts at the same moment, and what went wrong is counted."""

import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from flask import Flask

from participate.core.db import db, transaction
from participate.core.errors import RuleBroken

Job = Callable[[], object]
LONGEST = 120  # seconds


@dataclass(frozen=True)
class Start:
    """A race that is laid out: what everybody does, and what must hold afterwards (the faults; none is good)."""

    jobs: Sequence[Job]
    faults: Callable[[], list[str]]


@dataclass(frozen=True)
class Race:
    """`lay_out` puts a fresh start into the database. `guard_off` takes the guard away within its block."""

    name: str
    lay_out: Callable[[], Start]
    guard_off: Callable[[], AbstractContextManager[None]]


@dataclass
class Tally:
    """What became of several tries of a race. `held` counts those in which everything held and nothing erred."""

    tries: int = 0
    held: int = 0
    broken: int = 0
    errors: int = 0
    faults: list[str] = field(default_factory=list)


def run(app: Flask, race: Race, tries: int, *, until_broken: bool = False) -> Tally:
    """Run a race several times, or until it was broken once. The app's context must be pushed."""
    tally = Tally()
    for _each in range(tries):
        start = race.lay_out()
        db.session.commit()
        errors = all_at_once(app, start.jobs)
        db.session.rollback()
        faults = start.faults()
        db.session.rollback()
        tally.tries += 1
        tally.errors += len(errors)
        tally.broken += bool(faults)
        tally.held += not faults and not errors
        tally.faults += [*faults, *(f"{type(error).__name__}: {error}"[:200] for error in errors)]
        if until_broken and tally.broken:
            break
    return tally


def all_at_once(app: Flask, jobs: Sequence[Job]) -> list[BaseException]:
    """Do every job in a thread and a transaction of its own, all from the same moment. Returns what was raised.

    A rule that says no is an answer, not an error.
    """
    gate, raised = threading.Barrier(len(jobs)), list[BaseException]()

    def one(job: Job) -> None:
        with app.app_context():
            gate.wait(LONGEST)
            try:
                with transaction():
                    job()
            except RuleBroken:
                pass
            except Exception as error:
                raised.append(error)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=one, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONGEST)
    return [*raised, *(TimeoutError("a thread never ended") for thread in threads if thread.is_alive())]
