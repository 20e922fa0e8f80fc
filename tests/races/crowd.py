"""F-01, F-02 as it happens: twelve processes, each with a browser of its own, press “Book it” for the same 150 hours of
one space, through the pages. Exactly one holds each hour, everybody else is told what is free, and nothing errs."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from contextvars import Context
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient

from participate.accounts import service as accounts
from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Space
from participate.spaces.rules import Slot
from tests.races.bookings import held, overlaps, room
from tests.races.seats import people
from tests.races.unguarded import without_constraint, without_locks

PROCESSES, REQUESTS = 12, 150
HOURS_A_DAY = 10
PRESSES = 50  # of one person; the site takes 60 a day
LONGEST = 600  # seconds
GOT, REFUSED = 303, 422


@dataclass
class Tally:
    """What became of one crowd: answers by status, seconds each, those that were told what is free, and the faults."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    helped: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def errors(self) -> int:
        return sum(many for status, many in self.statuses.items() if status >= 500)

    @property
    def p95(self) -> float:
        """Seconds within which nineteen of twenty had an answer."""
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)] if self.seconds else 0.0


@dataclass(frozen=True)
class Press:
    """Who presses, and what the form says."""

    secret: str
    slot: Slot
    minutes: int


def run(app: Flask, processes: int = PROCESSES, requests: int = REQUESTS, *, guarded: bool = True) -> Tally:
    """Let the crowd in. The app's context must be pushed; without the guard no booking is left afterwards."""
    space_id, presses = _lay_out(processes, requests)
    with nullcontext() if guarded else without_constraint():
        tally = _all_at_once(app, space_id, presses, guarded=guarded)
        tally.faults += _faults(space_id, {each.slot.starts_at for each in presses[0]}, tally)
        db.session.rollback()
    return tally


def _lay_out(processes: int, requests: int) -> tuple[int, list[list[Press]]]:
    """A new space, and what each process presses: the same hours in the same order, every third one longer."""
    keeper, *crowd = people(1 + processes * (-(-requests // PRESSES)))
    space_id = room(keeper)
    db.session.get_one(Space, space_id).before = 0
    each = len(crowd) // processes
    secrets = [accounts.start_sign_in(db.session.get_one(Person, one), "race", borrowed=False) for one in crowd]
    db.session.commit()
    return space_id, [
        list(_presses(secrets[number * each :][:each], requests, 90 if number % 3 == 0 else 60))
        for number in range(processes)
    ]


def _presses(secrets: list[str], requests: int, minutes: int) -> Iterator[Press]:
    for number in range(requests):
        day, hour = divmod(number, HOURS_A_DAY)
        noon = clock.moment_of(clock.today() + timedelta(days=5 + day), datetime.min.time())
        starts_at = noon + timedelta(hours=8 + hour)
        slot = Slot(starts_at, starts_at + timedelta(minutes=minutes))
        yield Press(secrets[number // PRESSES], slot, minutes)


def _all_at_once(app: Flask, space_id: int, presses: list[list[Press]], *, guarded: bool) -> Tally:
    """Fork, wait for each other, press, and gather the answers."""
    db.session.remove()
    db.engine.dispose()  # no connection is shared with a child
    fork = multiprocessing.get_context("fork")
    gate, answers = fork.Barrier(len(presses)), fork.Queue()
    children = [
        fork.Process(target=_child, args=(app, space_id, each, gate, answers, guarded), daemon=True)
        for each in presses
    ]  # fmt: skip
    for child in children:
        child.start()
    tally = Tally()
    for _each in children:
        statuses, seconds, helped = answers.get(timeout=LONGEST)
        tally.statuses.update(statuses)
        tally.seconds += seconds
        tally.helped += helped
    for child in children:
        child.join(LONGEST)
    return tally


def _child(app: Flask, space_id: int, presses: list[Press], gate, answers, guarded: bool) -> None:  # type: ignore[no-untyped-def]
    """One process: a browser for each of its people, and every press."""
    statuses, seconds, helped = Counter[int](), [], 0
    with nullcontext() if guarded else without_locks():
        browsers = {each.secret: _browser(app, space_id, each.secret) for each in presses}
        _warm_up(space_id, presses[0], *browsers[presses[0].secret])
        gate.wait(LONGEST)
        for press in presses:
            client, token = browsers[press.secret]
            began = time.perf_counter()
            status, words = Context().run(_press, client, token, space_id, press)
            seconds.append(time.perf_counter() - began)
            statuses[status] += 1
            helped += status != GOT and 'id="other"' in words
    answers.put((statuses, seconds, helped))


def _browser(app: Flask, space_id: int, secret: str) -> tuple[FlaskClient, str]:
    """A browser that is signed in and has the form open, with the form's token."""
    client = FlaskClient(app, app.response_class)
    with client.session_transaction() as kept:
        kept["sign_in"] = secret
    page = Context().run(client.get, f"/spaces/{space_id}/book").text
    return client, page.split('name="csrf_token"', 1)[1].split('value="', 1)[1].split('"', 1)[0]


def _warm_up(space_id: int, press: Press, client: FlaskClient, token: str) -> None:
    """A process of a site has long read its templates: one press for last month, which is told no."""
    gone = Slot(press.slot.starts_at - timedelta(days=30), press.slot.ends_at - timedelta(days=30))
    status, _words = Context().run(_press, client, token, space_id, Press(press.secret, gone, press.minutes))
    if status != REFUSED:
        raise AssertionError(f"a press for last month was answered {status}")


def _press(client: FlaskClient, token: str, space_id: int, press: Press) -> tuple[int, str]:
    start = clock.local(press.slot.starts_at)
    form = {
        "day": f"{start:%Y-%m-%d}", "hour": f"{start:%H:%M}", "length": str(press.minutes), "label": "Lunch",
        "heads": "4", "step": "book", "csrf_token": token,
    }  # fmt: skip
    answer = client.post(f"/spaces/{space_id}/book", data=form)
    return answer.status_code, answer.text


def _faults(space_id: int, starts: set[datetime], tally: Tally) -> list[str]:
    """What must hold whatever happened: each hour begins with one holder, and whoever was told yes is one."""
    rows = held(space_id)
    numbers = Counter(sum(each.starts_at <= start < each.ends_at for each in rows) for start in starts)
    wrong = [f"{times} hours have {many} holders" for many, times in sorted(numbers.items()) if many != 1]
    if tally.statuses[GOT] != len(rows):
        wrong.append(f"{tally.statuses[GOT]} were told yes, {len(rows)} have it")
    odd = {status: many for status, many in tally.statuses.items() if status not in (GOT, 409, 422)}
    unhelped = sum(tally.statuses[status] for status in (409, 422)) - tally.helped
    return [
        *wrong, *overlaps(space_id)[:3], *([f"other answers: {odd}"] if odd else []),
        *([f"{unhelped} were not told what is free"] if unhelped else []),
    ]  # fmt: skip
