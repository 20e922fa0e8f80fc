"""`make races`: every race on every database, one line of JSON each. `python -m tests.races [tries]`."""

import json
import os
import sys
import tempfile
from pathlib import Path

from participate.app import create_app
from participate.core import migrate
from participate.core.db import db
from tests.conftest import make_settings
from tests.databases import KINDS, database
from tests.races import bookings, counting, giving, lending, seats
from tests.races.racing import Race, run

ALL: tuple[Race, ...] = (*seats.RACES, *counting.RACES, *bookings.RACES, *giving.RACES, *lending.RACES)
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
                db.session.remove()
                db.engine.dispose()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
