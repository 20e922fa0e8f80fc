"""Takes the demo neighbourhood away: its rows, whatever hangs on them, and nothing else."""

from collections import Counter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    Table,
    UniqueConstraint,
    and_,
    cast,
    delete,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    update,
)

from participate.core import clock
from participate.core.db import db, transaction
from participate.demo import queries, rules
from participate.demo.service import ids, pictures

# Tables whose rows say what they are about by a word and a number, without a foreign key.
BY_WORD = ("report", "audit_row", "link_day")
BY_SUBJECT = ("role_held", "photo", "points_budget", "pulse")
WITHOUT_SUBJECT = ("attendance", "sign_up", "audit_row", "pulse", "posting")  # many, and nothing is about them
# Published figures counted the demo's people: all go, and are made anew of what is real.
COUNTED = ("figure", "snapshot")
# The nouns whose leaving the audit notes, so that whoever follows it drops them.
NOUNS = (
    "person", "posting", "organisation", "space", "material", "idea", "project", "need", "team_request", "session",
    "story", "street", "hub",
)  # fmt: skip


def clear() -> Counter[str]:
    """Remove everything that the demo made. Commits.

    Returns how many rows each table lost. Raises NothingToClear.
    """
    with transaction() as session:
        ranges = {one.table_name: (one.first_id, one.last_id) for one in queries.list_ranges()}
        if not ranges:
            raise rules.NothingToClear
        connection = session.connection()
        ids.lock(connection, ranges)
        clearing = Clearing(connection, ranges)
        gone = clearing.run()
        session.expire_all()
    pictures.take_down(clearing.pictures)
    return gone


class Clearing:
    """One clearing. `ranges` holds the first and last id of the demo's rows in each table."""

    def __init__(self, connection: Connection, ranges: dict[str, tuple[int, int]]) -> None:
        self._connection = connection
        self._ranges = ranges
        self._passing: list[str] = []
        self.pictures: list[str] = []  # names of photos that are gone
        # Parents first; the tables of a word and a number have no parents that matter.
        self._tables = [table for table in db.metadata.sorted_tables if table.name not in (*BY_WORD, "demo_range")]

    def run(self) -> Counter[str]:
        """Note what goes, let go of what stays, delete, forget the ranges."""
        gone: Counter[str] = Counter()
        self._clear_words(gone)
        for name in COUNTED:
            self._delete(db.metadata.tables[name], literal(True), gone)
        self._let_go()
        if self._connection.dialect.name == "postgresql":
            self._index()
        for table in reversed(self._tables):
            self._delete(table, self._doomed(table), gone)
        self._delete(db.metadata.tables["demo_range"], literal(True), gone)
        for index in self._passing:
            self._run(f'DROP INDEX "{index}"')
        return gone

    def _index(self) -> None:
        """Until the end of this transaction, an index for each key that has none.

        For each row that goes, PostgreSQL looks for rows that point at it; without an index it reads the whole
        table, rows just deleted included, a hundred thousand times.
        """
        for table in self._tables:
            ready = {next(iter(index.columns)).name for index in table.indexes}
            ready |= {next(iter(rule.columns)).name for rule in table.constraints if isinstance(rule, UniqueConstraint)}
            for key in table.foreign_keys:
                column = key.parent.name
                if column not in ready and self._touched(key.column.table):
                    self._passing.append(f"demo_clear_{table.name}_{column}")
                    self._run(f'CREATE INDEX "{self._passing[-1]}" ON "{table.name}" ("{column}")')

    def _run(self, statement: str) -> None:
        self._connection.execute(text(statement))

    def _doomed(self, table: Table) -> ColumnElement[bool]:
        """The rows of `table` that go: the demo's own, and those that go with a parent that goes."""
        conditions: list[ColumnElement[bool]] = []
        if table.name in self._ranges:
            conditions.append(table.c.id.between(*self._ranges[table.name]))
        for key in table.foreign_keys:
            if key.ondelete == "CASCADE" and key.column.table is table:  # a part goes with its site
                conditions += [key.parent.between(*self._ranges[table.name])] if table.name in self._ranges else []
            elif key.ondelete == "CASCADE" and self._touched(key.column.table):
                conditions.append(key.parent.in_(self._doomed_ids(key.column.table)))
        return or_(false(), *conditions)

    def _doomed_ids(self, table: Table) -> Any:
        return select(table.c.id).where(self._doomed(table))

    def _touched(self, table: Table) -> bool:
        parents = {key.column.table for key in table.foreign_keys if key.ondelete == "CASCADE"} - {table}
        return table.name in self._ranges or any(self._touched(parent) for parent in parents)

    def _let_go(self) -> None:
        """Rows that stay must not point at rows that go, where the database would not see to it itself."""
        for table in self._tables:
            for key in table.foreign_keys:
                if key.ondelete is None and self._touched(key.column.table):
                    points = key.parent.in_(self._doomed_ids(key.column.table))
                    stays = update(table).where(points, ~self._doomed(table))
                    self._connection.execute(stays.values({key.parent.name: None}))

    def _clear_words(self, gone: Counter[str]) -> None:
        """Reports, audit rows, roles and codes of what goes; in the audit remains that it was removed."""
        audit = db.metadata.tables["audit_row"]
        last = self._connection.scalar(select(func.max(audit.c.id))) or 0
        for table in self._tables:
            if table.name in NOUNS and self._touched(table):
                now = literal(clock.now(), audit.c.at.type)
                going = select(now, literal("removed"), literal(table.name), table.c.id).where(self._doomed(table))
                columns = ["at", "verb", "kind", "thing_id"]
                self._connection.execute(insert(audit).from_select(columns, going.order_by(table.c.id)))
        for name in BY_WORD:
            self._delete_by_word(db.metadata.tables[name], last, gone)
        for name in BY_SUBJECT:
            self._delete_by_subject(db.metadata.tables[name], gone)
        person, code = db.metadata.tables["person"], db.metadata.tables["code"]
        for contact in (person.c.email, person.c.phone):
            theirs = select(contact).where(self._doomed(person), contact.is_not(None))
            self._delete(code, code.c.contact.in_(theirs), gone)

    def _delete_by_word(self, table: Table, last: int, gone: Counter[str]) -> None:
        about = [
            and_(cast(table.c.kind, String) == thing.name, table.c.thing_id.in_(self._doomed_ids(thing)))
            for thing in self._tables
            if self._touched(thing)
        ]
        own = [table.c.id.between(*self._ranges[table.name])] if table.name in self._ranges else []
        older = table.c.id <= last if table.name == "audit_row" else literal(True)
        self._delete(table, and_(older, or_(*own, *about)), gone)

    def _delete_by_subject(self, table: Table, gone: Counter[str]) -> None:
        """Roles and kit points of who and what stays, and photos, for things that go: "project:42"."""
        for name in self._ranges.keys() - {*WITHOUT_SUBJECT}:
            thing = db.metadata.tables[name]
            subjects = select(literal(f"{name}:") + cast(thing.c.id, String)).where(self._doomed(thing))
            which = table.c.subject.in_(subjects)
            if table.name == "photo":
                self.pictures += self._connection.scalars(select(table.c.name).where(which).order_by(table.c.id))
            self._delete(table, which, gone)

    def _delete(self, table: Table, which: ColumnElement[bool], gone: Counter[str]) -> None:
        gone[table.name] += self._connection.execute(delete(table).where(which)).rowcount
