"""A process that asks the index, as a web process does: a text a line in, the groups that it found a line out.

python -m tests.matching.asker
"""

import json
import sys

from flask import Flask

from participate.app import create_app
from participate.core import clock, config
from participate.core.db import db
from participate.matching import engine as engines
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.suggest import suggest
from participate.matching.words import Facet, Kind


def ask(app: Flask, text: str) -> list[str]:
    """What this process finds for a text."""
    with app.test_request_context("/"):
        snapshot = engines.of(app).snapshot()
        db.session.remove()
        facts = Facts((Line(Facet.SAID, text),), tuple(Kind), moment=int(clock.now().timestamp()))
        return [] if snapshot is None else [one.group for one in suggest(snapshot, facts)]


def main() -> None:
    """Answer until nothing more comes."""
    app = create_app(config.read())
    engines.of(app).renew()
    print(json.dumps(["ready"]), flush=True)
    for line in sys.stdin:
        print(json.dumps(ask(app, line)), flush=True)


if __name__ == "__main__":
    main()
