"""`make bench`: the suggestions page and the lists beside the bare page, in one run. One JSON line a figure.

python -m tests.bench [--residents 20000] [--rounds 200] [--keep FOLDER]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import select

from participate.accounts import current, service
from participate.accounts.models import Person
from participate.app import create_app
from participate.core import clock, config
from participate.core.db import db, transaction
from participate.profiles.models import Posting
from tests.bench import reference, spaces
from tests.bench.measure import Visitor, side_by_side
from tests.shared import FOLDER
from tests.statements import count_statements

ROOT = Path(__file__).resolve().parents[2]
PORT, REFERENCE_PORT = 8471, 8472
READERS = 25
BUSY = 60  # milliseconds: the page that asks where you are, when it takes longer shows that something else is running
PAGES = {
    "front page": "/",
    "programme": "/programme",
    "programme, a season of 2,000": "/programme?view=season",
    "programme, narrowed": "/programme?view=season&part=evening&free=y",
    "projects": "/projects",
    "spaces": "/spaces",
    "spaces free then": "/spaces?day={day}&hour=11%3A30&length=120&people=8",
    "a space’s week": "/spaces/{space}/week",
    "a space’s month": "/spaces/{space}/month",
    "materials": "/materials",
}


def run(*command: str, env: dict[str, str]) -> float:
    """Run a command of ours; returns its seconds. Raises CalledProcessError."""
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


@contextmanager
def server(*command: str, env: dict[str, str], port: int) -> Iterator[None]:
    """A server that runs while the block does."""
    process = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield
    finally:
        process.terminate()
        process.wait(30)


def _wait(port: int) -> None:
    for _try in range(600):
        try:
            Visitor(port).ask("/")
            return
        except (OSError, RuntimeError):
            time.sleep(0.2)
    raise RuntimeError(f"nothing answers on port {port}")


def fill(env: dict[str, str], residents: int) -> None:
    """The borough, the demo residents and the real projects."""
    print(json.dumps({"step": "migrate", "seconds": round(run("tests.bench.prepare", env=env), 1)}), flush=True)
    size = ("--residents", str(residents), "--years", "0", "--seed", "7")
    seconds = run("flask", "--app", "wsgi", "demo", "seed", *size, env=env)
    print(json.dumps({"step": "seed", "residents": residents, "seconds": round(seconds, 1)}), flush=True)
    seconds = run("tests.bench.season", env=env)
    print(json.dumps({"step": "fill the season up", "seconds": round(seconds, 1)}), flush=True)
    seconds = run("tests.bench.spaces", env=env)
    print(json.dumps({"step": "fill spaces and bookings up", "seconds": round(seconds, 1)}), flush=True)
    real = FOLDER / "data" / "project_texts" / "project_texts_open.csv"
    if real.is_file():
        seconds = run("flask", "--app", "wsgi", "projects", "import", str(real), env=env)
        print(json.dumps({"step": "import real projects", "seconds": round(seconds, 1)}), flush=True)


def cookies(env: dict[str, str]) -> list[str]:
    """Session cookies of residents with two postings or more."""
    app = create_app(config.read(env))
    writer = SecureCookieSessionInterface().get_signing_serializer(app)
    with app.app_context(), transaction():
        chosen = db.session.scalars(select(Posting.person_id).distinct().order_by(Posting.person_id).limit(5000)).all()
        step = max(1, len(chosen) // READERS)
        people = [db.session.get(Person, person_id) for person_id in chosen[::step][:READERS]]
        return [f"session={writer.dumps({current.KEY: service.start_sign_in(who, 'bench', False)})}" for who in people]


def paths(env: dict[str, str]) -> dict[str, str]:
    """The addresses of PAGES: the day in three days, and the space with most bookings."""
    with create_app(config.read(env)).app_context(), transaction():
        facts = {"day": clock.today() + timedelta(days=3), "space": spaces.fill_up()}
    return {name: path.format(**facts) for name, path in PAGES.items()}


def statements(env: dict[str, str], pages: dict[str, str]) -> dict[str, int]:
    """How many SQL statements each page takes for a stranger."""
    app = create_app(config.read(env))
    counted = {}
    for name, path in pages.items():
        with app.app_context(), count_statements() as found:
            app.test_client().get(path)
        counted[name] = found.number
    return counted


def measure(held: list[str], rounds: int, pages: dict[str, str], counted: dict[str, int]) -> None:
    """Print the figures; `held` are the readers' cookies."""
    visitors = {"bare list page": [(Visitor(REFERENCE_PORT), f"/?page={page}") for page in range(1, 50, 7)]}
    visitors["suggestions page"] = [(Visitor(PORT, cookie), "/for-you") for cookie in held]
    visitors |= {name: [(Visitor(PORT), path)] for name, path in pages.items()}
    _wait_for_index(visitors["suggestions page"][0][0])
    figures = side_by_side(visitors, rounds)
    bare = figures["bare list page"]
    for name, each in figures.items():
        line = {"page": name, "p50_ms": round(each.p50, 1), "p95_ms": round(each.p95, 1), "bytes": each.size}
        line |= {"statements": counted[name]} if name in counted else {}
        print(json.dumps(line | {"times_bare": each.over(bare)}), flush=True)


def _wait_for_index(visitor: Visitor) -> None:
    """The matcher reads its index, and the jobs of a fresh start run, in the background: wait until both are done.

    Raises RuntimeError after five minutes.
    """
    quiet = 0
    for _try in range(300):
        reading = "not ready just now" in visitor.read("/for-you")
        busy = visitor.ask("/near")[0] > BUSY
        quiet = 0 if reading or busy else quiet + 1
        if quiet == 10:
            return
        time.sleep(1)
    raise RuntimeError("the server did not come to rest")


def main() -> None:
    """Everything in a folder of its own, gone afterwards unless kept."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--residents", type=int, default=20_000)
    asked.add_argument("--rounds", type=int, default=200)
    asked.add_argument("--keep", default="")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(given.keep or temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        env = dict(
            os.environ,
            PARTICIPATE_DATA=str(folder),
            PORT=str(PORT),
            DEMO="0",
            REFERENCE_DB=str(folder / "reference.db"),
        )
        if not (folder / "participate.db").exists():
            fill(env, given.residents)
        if not (folder / "reference.db").exists():
            reference.fill(folder / "reference.db")
        bare = ("gunicorn", "--workers", "1", "--threads", "8", "--bind", f"127.0.0.1:{REFERENCE_PORT}",
                "--log-level", "error",
                "--no-control-socket", "tests.bench.reference:make()")  # fmt: skip
        held, pages = cookies(env), paths(env)
        counted = statements(env, pages)
        with server(*bare, env=env, port=REFERENCE_PORT), server("participate.serve", env=env, port=PORT):
            measure(held, given.rounds, pages, counted)


if __name__ == "__main__":
    main()
