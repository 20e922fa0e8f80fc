"""5,000 things wait at one hub: how long its desk takes, on each database. One JSON line a page.

python -m tests.bench.desk [--things 5000] [--rounds 60]
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert, text

from participate.app import create_app
from participate.core import clock, migrate
from participate.core.db import db
from participate.materials.models import Loan
from participate.materials.words import LoanStatus
from participate.moderation.models import Report
from participate.moderation.words import ReportReason
from participate.notifications.models import Call
from participate.projects.models import Idea, TeamRequest
from participate.sessions.models import Session
from participate.spaces.models import Booking
from tests.conftest import make_settings
from tests.databases import KINDS, database
from tests.materials.build import build_material
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import Street, person

MOST_MS, MOST_STATEMENTS = 150, 20
PAGES = {
    "the desk": "/desk",
    "one kind": "/desk?kind=idea",
    "a late page": "/desk?page=200",
    "the diary": "/desk/diary",
}
HOUR = timedelta(hours=1)
Row = dict[str, Any]


def fill(street: Street, things: int) -> None:
    """So many things of eight kinds, since any hour of the last weeks; committed."""
    drill = build_material(street, name="Hub drill", how_many=9, hub_id=street.hub.id)
    people = [person(f"Neighbour{number} Smith", street.ward).id for number in range(things // 8)]
    makers: list[tuple[Any, Callable[[int], Row]]] = [
        (Idea, lambda number: _idea(street, number)), (Report, lambda number: _report(number)),
        (Booking, lambda number: _booking(street, number)), (Loan, lambda number: _loan(drill.id, number)),
        (Session, lambda number: _session(street, number)), (Call, lambda number: _call(street, number)),
        (TeamRequest, lambda number: _request(street, people[number], number)),
        (Loan, lambda number: _loan(drill.id, number) | {"status": LoanStatus.OUT, "person_id": people[number]}),
    ]  # fmt: skip
    for model, make in makers:
        db.session.execute(insert(model), [make(number) for number in range(things // len(makers))])
    db.session.commit()


def _ago(number: int) -> Any:
    return clock.now() - HOUR * (number % 500)


def _idea(street: Street, number: int) -> Row:
    at = {"made_at": _ago(number), "changed_at": _ago(number)}
    words = f"Wouldn’t it be good if we had bench number {number} by the bus stop?"
    return {"words": words, "author_id": street.chidi.id, "hub_id": street.hub.id, "ward_id": street.ward.id} | at


def _report(number: int) -> Row:
    seen = {"title": f"Idea {number}", "seen": "Words", "reason": ReportReason.OTHER}
    return {"kind": "idea", "thing_id": number + 1, "made_at": _ago(number)} | seen


def _booking(street: Street, number: int) -> Row:
    start, asked = clock.now() + HOUR * (number + 30), {"made_at": _ago(number), "changed_at": _ago(number)}
    held = {"starts_at": start, "ends_at": start + HOUR, "held_from": start, "held_until": start + HOUR}
    return {"space_id": street.space.id, "person_id": street.chidi.id, "label": f"Choir {number}"} | held | asked


def _loan(material_id: int, number: int) -> Row:
    day, asked = clock.today() - timedelta(days=number % 90 + 2), {"made_at": _ago(number), "changed_at": _ago(number)}
    subject = f"session:{number}"
    return {"material_id": material_id, "days": 1, "from_day": day, "due_on": day, "subject": subject} | asked


def _session(street: Street, number: int) -> Row:
    start, made = clock.now() + HOUR * (number % 600 + 1), {"made_at": _ago(number), "changed_at": _ago(number)}
    what = {"project_id": street.project.id, "name": f"Mend {number}", "hub_id": street.hub.id}
    return what | {"starts_at": start, "ends_at": start + HOUR, "ward_id": street.ward.id} | made


def _call(street: Street, number: int) -> Row:
    about = {"letter": "session_moved", "facts": {}, "promise_id": number + 1}
    due = {"made_at": _ago(number), "due_at": _ago(number) + 24 * HOUR}
    return {"person_id": street.bilal.id, "hub_id": street.hub.id} | about | due


def _request(street: Street, person_id: int, number: int) -> Row:
    return {"project_id": street.project.id, "person_id": person_id, "asked_at": _ago(number) - 200 * HOUR}


def measure(client: FlaskClient, path: str, rounds: int) -> tuple[float, float, int]:
    """(p50, p95) in milliseconds of one page within this process, and its statements."""
    times = []
    for turn in range(-3, rounds):
        started = time.perf_counter()
        answer = client.get(path)
        took = (time.perf_counter() - started) * 1000
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}")
        if turn >= 0:
            times.append(took)
    with count_statements() as counted:
        client.get(path)
    return statistics.median(times), statistics.quantiles(times, n=20)[18], counted.number


class QuickClient(PageClient):
    """A browser that does not look at what it fetched: only the site's own time counts."""

    def open(self, *args: object, **more: object) -> Any:
        return FlaskClient.open(self, *args, **more)


def run(app: Flask, things: int, rounds: int, kind: str) -> bool:
    """Fill, measure and print; whether every page is quick enough."""
    street = Street.build()
    fill(street, things)
    settle()
    app.test_client_class = QuickClient
    client = app.test_client()
    client.become(street.dora)
    good = True
    for name, path in PAGES.items():
        p50, p95, statements = measure(client, path, rounds)
        good = good and p95 <= MOST_MS and statements <= MOST_STATEMENTS
        line = {"page": name, "database": kind, "things": things, "p50_ms": round(p50, 1), "p95_ms": round(p95, 1)}
        print(json.dumps(line | {"statements": statements}), flush=True)
    return good


def settle() -> None:
    """PostgreSQL counts what is in the tables, as a living server does by itself within a minute."""
    if db.engine.dialect.name == "postgresql":
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))


def main() -> int:
    """0 when every page kept within its limits on every database."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--things", type=int, default=5_000)
    asked.add_argument("--rounds", type=int, default=60)
    given, good = asked.parse_args(), True
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder, database(kind, f"desk_{os.getpid()}", Path(folder)) as url:
            app = create_app(make_settings(Path(folder), url), testing=True)
            with app.app_context():
                migrate.move(db.engine)
                db.session.remove()
                good = run(app, given.things, given.rounds, kind) and good
                db.session.remove()
                db.engine.dispose()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
