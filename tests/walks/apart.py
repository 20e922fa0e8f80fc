"""Two people who never meet: what the one is, made or did, as the database knows it, and where it shows.

Generated: the words to look for come from the columns that name a person, and the pages from the site's own map. A
table, a page or a feed that is added later is asked too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Flask
from sqlalchemy import String, select
from sqlalchemy.orm import Mapper

from participate.accounts.models import Person
from participate.accounts.out_of_sight import STAYS, part_of, person_columns
from participate.core.db import Base, db
from tests.house.test_bad_input import forms_of
from tests.page import PageClient
from tests.samples import Sample, crawl

# What only she or staff see of herself is nobody's page; her account's rows are no words.
SHORTEST = 8  # letters: a shorter word stands in other people's sentences too
NOT_WORDS = re.compile(r"hash|token|salt|slug|subject|kind|status|key|browser|language|digest")
NEAREST = ("introductions", "sessions", "projects", "matching")  # where people are listed most
# Where she sees whom she asked not to meet, and takes it back.
HER_OWN = ("accounts.kept_apart", "accounts.end_kept_apart")


@dataclass(frozen=True)
class Traces:
    """What gives somebody away: her first name as a word of its own, her contact, and her own words."""

    name: str
    words: tuple[str, ...]

    def on(self, html: str) -> list[str]:
        """Those of them that stand on a page."""
        plain = re.sub(r"\s+", " ", html.replace("&#39;", "’").replace("&amp;", "&"))
        found = [self.name] if re.search(rf"\b{re.escape(self.name)}\b", plain) else []
        return found + [each for each in self.words if each in plain]


def mappers_of_people() -> Iterator[tuple[Mapper[object], list[str]]]:
    """Every mapped class with the columns in which a person owns or is told of in the row."""
    for mapper in sorted(Base.registry.mappers, key=lambda each: each.local_table.name):  # type: ignore[attr-defined]
        own = [each.name for each in person_columns(mapper.local_table) if part_of(each) != STAYS]  # type: ignore[arg-type]
        if own and mapper.class_ is not Person:
            yield mapper, own


def traces_of(person: Person) -> Traces:
    """Everything in the database that is hers alone and could be read: words that nobody else's row has too."""
    hers, others = {person.email or "", person.phone or ""}, set()
    for mapper in Base.registry.mappers:
        own = dict(mappers_of_people()).get(mapper, [])
        for row in db.session.scalars(select(mapper.class_)):
            hands = [getattr(row, column) for column in own]
            told = hers if person.id in hands and not _is_a_hubs(row) else others
            told.update(_words_of(mapper, row))
    source = _site_says()
    alone = {each for each in hers - others if len(each) >= SHORTEST and re.search("[ @]", each) and each not in source}
    return Traces(person.first_name, tuple(sorted(alone)))


@cache
def _site_says() -> str:
    """What the site itself says on its pages ("folding chairs", as an example) is nobody's."""
    root = Path(__file__).parents[2]
    return "".join(each.read_text() for each in (root / "templates").rglob("*.html"))


def tables_of(person: Person) -> set[str]:
    """The tables in which there is a row of hers."""
    return {
        mapper.local_table.name  # type: ignore[attr-defined]
        for mapper, own in mappers_of_people()
        for column in own
        if db.session.scalar(select(mapper.class_).where(getattr(mapper.class_, column) == person.id).limit(1))
    }


def _is_a_hubs(row: object) -> bool:
    hubs = any(getattr(row, name, None) is not None for name in ("hub_id", "organisation_id"))
    return hubs and hasattr(row, "keeper")


def _words_of(mapper: Mapper[object], row: object) -> Iterator[str]:
    for column in mapper.local_table.columns:
        if type(column.type) is String and not NOT_WORDS.search(column.name):
            value = getattr(row, mapper.get_property_by_column(column).key)  # type: ignore[arg-type]
            if isinstance(value, str):
                yield value


def shown_on(app: Flask, reader: Person, traces: Traces, ids: dict[str, object]) -> dict[str, list[str]]:
    """Each page, feed or file on which a trace stands when `reader` opens it."""
    client: PageClient = app.test_client().become(reader)  # type: ignore[attr-defined]
    found = {}
    for sample in crawl(app, ids, always=NEAREST):
        if sample.endpoint in HER_OWN or _by_link(sample, reader):
            continue
        answer = client.get(sample.path)
        there = traces.on(answer.text) if answer.is_json or answer.mimetype.startswith("text/") else []
        if there:
            found[f"{sample.path} ({answer.status_code})"] = there
    return found


def shown_again_on(app: Flask, reader: Person, traces: Traces, ids: dict[str, object]) -> dict[str, list[str]]:
    """The same of the answers to a form that is sent wrong: each page that takes one, with 10,000 letters in every
    written field and nothing chosen."""
    client: PageClient = app.test_client().become(reader)  # type: ignore[attr-defined]
    takes = {rule.endpoint for rule in app.url_map.iter_rules() if {"GET", "POST"} <= (rule.methods or set())}
    found = {}
    for sample in crawl(app, ids, always=NEAREST):
        if sample.endpoint not in takes or sample.endpoint in HER_OWN or _by_link(sample, reader):
            continue
        for form in forms_of(client.get(sample.path).text, sample.path):
            if form.method != "post":
                continue
            sent = {name: "x" * 10_000 for name in form.written} | {"csrf_token": client.token(sample.path)}
            answer = client.post(form.action, data=sent)
            there = traces.on(answer.text) if answer.mimetype.startswith("text/") else []
            if answer.status_code == 422:
                found[f"{sample.path} → {form.action}"] = there
    return found


def _by_link(sample: Sample, reader: Person) -> bool:
    """A page behind a secret link is somebody's whose link it is, not the reader's: asked on its own."""
    return re.search(r"/(come|pulse|feeds?|about-you|after|photo-links?)/", sample.path) is not None
