"""The real 7,316 project texts: all of them, and a second time none."""

import csv
from collections import Counter

from flask import Flask

from participate.core.db import db
from participate.places.service import ensure_borough
from participate.projects import queries
from participate.projects.models import Project
from participate.projects.queries import Near
from participate.projects.words import SOURCES, Shelf, Stage
from tests import shared
from tests.page import PageClient
from tests.projects.test_import import load


def test_the_real_table(app: Flask, client: PageClient) -> None:
    file = shared.folder() / "data" / "project_texts" / "project_texts_open.csv"
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    ensure_borough()
    db.session.commit()
    first = load(app, file)
    assert f"{len(rows)} taken, 0 changed, 0 unchanged, 0 refused." in first.output, first.output[-500:]
    with_ward = sum(bool(row["ward_code"]) for row in rows)
    assert f"{with_ward} with a ward (12 of them in this borough)" in first.output
    projects = db.session.query(Project).all()
    assert {(one.stage, one.square) for one in projects} == {(Stage.ENDED, None)}
    assert Counter(one.source for one in projects) == Counter(row["source"] for row in rows)
    assert {one.source for one in projects} == set(SOURCES), "each says where it is from, and its licence"
    assert min(Counter(one.theme for one in projects).values()) > 100, "no theme is forgotten"
    assert not [one.name for one in projects if one.name.startswith("Grant to ") or not one.name.strip()]
    shouting = [one.name for one in projects if len(one.name) > 12 and one.name.isupper()]
    assert len(shouting) < 10, shouting
    assert queries.list_projects(Shelf.NOW, None, None, Near(), 1).total == 0
    assert "1 to 20 of 7316" in client.get("/projects?shelf=elsewhere").text
    db.session.remove()
    second = load(app, file)
    assert f"0 taken, 0 changed, {len(rows)} unchanged, 0 refused." in second.output
