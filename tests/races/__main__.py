"""`make races`: every race on every database, one line of JSON each. `python -m tests.races [tries]`."""

import json
import os
import sys
import tempfile
from pathlib import Path

from flask import Flask

from participate.app import create_app
from participate.core import migrate
from participate.core.db import db
from tests.conftest import make_settings
from tests.databases import KINDS, database
from tests.races import (
    asks,
    bookings,
    care,
    counting,
    crowd,
    deciding,
    desk,
    giving,
    introductions,
    lending,
    merging,
    partners,
    pins,
    seats,
    snapshots,
)
from tests.races.racing import Race, run

ALL: tuple[Race, ...] = (
    *seats.RACES, *counting.RACES, *bookings.RACES, *giving.RACES, *lending.RACES, *merging.RACES, *introductions.RACES,
    *desk.RACES, *pins.RACES, *care.RACES, *partners.RACES, *deciding.RACES,
    *asks.RACES, *snapshots.RACES,
)  # fmt: skip
TRIES, CONTROL_TRIES = 20, 5


def main(tries: int = TRIES) -> int:
    """0 when every race held on every database, and every control was broken."""
    good = True
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder, database(kind, f"races_{os.getpid()}", Path(folder)) as url:
            app = create_app(make_settings(Path(folder), url), testing=True)
            with app.app_context():
                migrate.move(db.engine)
                db.session.remove()
                for race in ALL:
                    tally = run(app, race, tries)
                    with race.guard_off():
                        control = run(app, race, CONTROL_TRIES)
                    line = {
                        "race": race.name, "database": kind, "tries": tally.tries, "held": tally.held,
                        "broken": tally.broken, "errors": tally.errors, "control_broken": control.broken,
                    }  # fmt: skip
                    print(json.dumps(line), flush=True)
                    good = good and tally.held == tally.tries and control.broken > 0
                good = _crowd(app, kind) and good
                db.session.remove()
                db.engine.dispose()
    return 0 if good else 1


def _crowd(app: Flask, kind: str) -> bool:
    """Twelve processes through the pages, and a smaller crowd without the guard. Seconds: of 19 answers in 20."""
    tally, control = crowd.run(app), crowd.run(app, requests=30, guarded=False)
    line = {
        "race": "F-01 F-02 twelve processes press “Book it”", "database": kind, "tries": sum(tally.statuses.values()),
        "held": tally.statuses[crowd.GOT], "broken": len(tally.faults), "errors": tally.errors,
        "control_broken": len(control.faults), "p95": round(tally.p95, 3),
    }  # fmt: skip
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return not tally.faults and bool(control.faults)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
