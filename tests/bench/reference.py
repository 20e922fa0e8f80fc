"""The bare list page: 20 rows out of 100,000, with a joined table and a small base template. Nothing else."""

import os
import sqlite3
from pathlib import Path

from flask import Flask, render_template_string, request
from sqlalchemy import create_engine, text

ROWS, OWNERS = 100_000, 1_000
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<link rel="stylesheet" href="/static/site.css"></head><body><header><a href="/">Home</a></header>
<main><h1>{{ title }}</h1><ul>{% for row in rows %}<li><article>
<h3><a href="/things/{{ row.id }}">{{ row.name }}</a></h3>
<p>{{ row.about }}</p><p>{{ row.owner }}</p></article></li>{% endfor %}</ul>
<nav><a href="?page={{ page + 1 }}">Next</a></nav>
</main><footer>Free to use</footer></body></html>"""
QUERY = text(
    "SELECT thing.id, thing.name, thing.about, owner.name AS owner FROM thing JOIN owner ON owner.id = thing.owner_id "
    "ORDER BY thing.name, thing.id LIMIT 20 OFFSET :offset"
)


def fill(file: Path) -> None:
    """Make the table of the bare page."""
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE owner (id INTEGER PRIMARY KEY, name TEXT)")
        connection.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, about TEXT, owner_id INTEGER)")
        connection.executemany("INSERT INTO owner VALUES (?, ?)", ((n, f"Owner {n}") for n in range(OWNERS)))
        connection.executemany(
            "INSERT INTO thing VALUES (?, ?, ?, ?)",
            (
                (n, f"Thing {n * 7919 % ROWS:06d}", "Two plain sentences. Of the usual length.", n % OWNERS)
                for n in range(ROWS)
            ),
        )
        connection.execute("CREATE INDEX ix ON thing (name, id)")


def make() -> Flask:
    """The bare site, on the file named by REFERENCE_DB."""
    app = Flask("reference")
    engine = create_engine(f"sqlite:///{os.environ['REFERENCE_DB']}")

    @app.get("/")
    def things() -> str:
        page = int(request.args.get("page", 1))
        with engine.connect() as connection:
            rows = connection.execute(QUERY, {"offset": (page - 1) * 20}).all()
        return render_template_string(PAGE, title="Things", rows=rows, page=page)

    return app
