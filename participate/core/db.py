"""The database: one engine for SQLite and PostgreSQL, and the one place where anything is committed.

* An unsafe request (POST) with a status below 400 commits; everything else rolls back (`core/http.py` calls
  `settle`). A GET never writes: on SQLite its transaction is a plain BEGIN, and a session left dirty fails tests.
* A view that mostly says no marks itself `guards.reads_first`: on SQLite, which has one writer, whoever is told no
  has held nobody up. What it changes calls `begin_writing()` first.
* Jobs and commands use `transaction()`.
* What must survive a failure or happen in a GET uses `aside()`: a short transaction of its own.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum

from flask import Flask, current_app, g, has_request_context, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import CheckConstraint, Connection, DateTime, Dialect, Engine, Enum, MetaData, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapped, ORMExecuteState, Session, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
# SQLite before 3.51.3 can corrupt a write-ahead log that two connections reset at once (F-52).
SAFE_WAL = (3, 51, 3)
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
SOONEST, LATEST = 0.0005, 0.006  # seconds after which a writer that waits looks again


class Base(DeclarativeBase):
    """The root of every model; constraints get names, so that a failing one can be told from another."""

    metadata = MetaData(naming_convention=NAMES)


db = SQLAlchemy(model_class=Base)


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored in UTC. Raises ValueError when given a naive one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


def enum_column(words: type[StrEnum], name: str = "") -> Enum:
    """A column type for a StrEnum: stored as its text, checked by the database.

    `name`: of the check, where a table has two columns of the same words.
    """
    return Enum(
        words,
        native_enum=False,
        create_constraint=True,
        length=24,
        name=name or words.__name__.lower(),
        values_callable=lambda kinds: [kind.value for kind in kinds],
        validate_strings=True,
    )


class Hideable:
    """Something a person made, which staff may hide with a reason. Hidden things leave every page at once."""

    hidden_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    hidden_because: Mapped[str] = mapped_column(default="", info={"personal": "moderation", "keep": "with the thing"})


def prepare_engine(engine: Engine) -> None:
    """Set the pragmas and the locking of an SQLite engine. PostgreSQL needs nothing."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "checkout", _on_checkout)
    event.listen(engine, "begin", _on_begin)


def journal_mode(version: tuple[int, int, int]) -> str:
    """The journal that is safe with this SQLite version."""
    return "WAL" if version >= SAFE_WAL else "DELETE"


def _on_connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    for pragma in (
        f"journal_mode={journal_mode(sqlite3.sqlite_version_info)}",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=5000",
        "temp_store=MEMORY",
        "cache_size=-16000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _on_checkout(connection: sqlite3.Connection, _entry: ConnectionPoolEntry, _proxy: PoolProxiedConnection) -> None:
    """Refuse a connection on which somebody switched the safety off (F-56)."""
    kept = connection.execute("SELECT foreign_keys, synchronous FROM pragma_foreign_keys, pragma_synchronous")
    if kept.fetchone() != (1, 2):
        raise RuntimeError("this SQLite connection lost foreign_keys=ON or synchronous=FULL")


def _on_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("writes") and (options.get("reads") or _request_reads()):
        connection.exec_driver_sql("BEGIN")
        return
    _wait_to_write(connection.connection.driver_connection)  # type: ignore[arg-type]
    if not connection.connection.driver_connection.in_transaction:  # type: ignore[union-attr]
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _request_reads() -> bool:
    """Whether this request only reads: always, or so far (see `begin_writing`)."""
    if not has_request_context() or request.method in SAFE_METHODS:
        return has_request_context()
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "reads_first", False) and not g.get("writing", False)


def begin_writing() -> None:
    """From here on a view that `guards.reads_first` writes; elsewhere nothing happens.

    On SQLite its own transaction, which has only read, ends; what was loaded is read again when it is next used.
    Raises RuntimeError if something was changed before.
    """
    if not has_request_context() or not _request_reads() or request.method in SAFE_METHODS:
        return
    own = db.session()
    if own.info.get("wrote") or not unwritten():
        raise RuntimeError("begin_writing() after a change")
    g.writing = True
    if own.get_bind().dialect.name == "sqlite":
        own.rollback()


def give_up_writing() -> None:
    """What this request wrote since `begin_writing` is undone, and its locks are gone: it only reads again.

    Where `begin_writing` did nothing, nor does this.
    """
    if has_request_context() and g.pop("writing", False):
        db.session.rollback()


def _wait_to_write(connection: sqlite3.Connection) -> None:
    """Begin to write as soon as nobody else does; give up, and begin nothing, after the connection's busy_timeout.

    SQLite's own waiting looks only ten times a second, so that among a dozen writers one may miss every short moment
    between two others until its time is over. This looks again after a few milliseconds, and the longer it has waited
    the sooner: whoever waits longest is the likeliest next.
    """
    patience = connection.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
    began = time.monotonic()
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while (waited := time.monotonic() - began) <= patience:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
            time.sleep(max(SOONEST, LATEST - waited / 100))
    finally:
        connection.execute(f"PRAGMA busy_timeout={patience * 1000:.0f}")


def init_app(app: Flask) -> None:
    """Bind the database to `app`."""
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)


@contextmanager
def transaction() -> Iterator[Session]:
    """One transaction of a job or a command: committed at the end, rolled back on any error."""
    try:
        yield db.session()
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


@contextmanager
def reading() -> Iterator[Session]:
    """A transaction of a thread or a command that only reads: on SQLite it holds no writer up.

    Raises RuntimeError where a transaction is open already.
    """
    session = db.session()
    if session.in_transaction():
        raise RuntimeError("reading() within a transaction")
    session.connection(execution_options={"reads": True})
    try:
        yield session
    finally:
        session.rollback()


def let_go() -> None:
    """End the request's transaction, which has only read, so that slow work holds nobody up: on SQLite a POST reads
    as the one writer. What was loaded is read again when it is next used. Raises RuntimeError after a write.
    """
    own = db.session()
    if own.info.get("wrote") or not unwritten():
        raise RuntimeError("let_go() after a write")
    own.rollback()


@contextmanager
def aside() -> Iterator[Session]:
    """A separate short transaction, for what must be kept whatever becomes of the request.

    The request's own transaction ends first (SQLite has one writer, and its readers hold writers up); what was
    loaded is read again when it is next used. Raises RuntimeError if that transaction has already written.
    Callers are listed in `tests/house/asides.txt`.
    """
    own = db.session()
    if own.info.get("wrote") or not unwritten():
        raise RuntimeError("aside() after a write of the request's own transaction")
    own.rollback()
    connection = db.engine.connect().execution_options(writes=True)
    with connection, Session(bind=connection, expire_on_commit=False) as session, session.begin():
        yield session


def _mark_flush(session: Session, _context: object) -> None:
    session.info["wrote"] = True


def _mark_statement(state: ORMExecuteState) -> None:
    if not state.is_select:
        state.session.info["wrote"] = True


def _mark_clean(session: Session, *_more: object) -> None:
    session.info.pop("wrote", None)


event.listen(Session, "after_flush", _mark_flush)
event.listen(Session, "do_orm_execute", _mark_statement)
event.listen(Session, "after_commit", _mark_clean)
event.listen(Session, "after_rollback", _mark_clean)


def settle(status: int, method: str) -> None:
    """End the request's transaction: the commit rule of the house."""
    if method not in SAFE_METHODS and status < 400:
        db.session.commit()
    else:
        db.session.rollback()


def unwritten() -> bool:
    """Whether the session holds no change. A GET must leave it so."""
    session = db.session()
    return not (session.new or session.dirty or session.deleted)


__all__ = [
    "Base", "CheckConstraint", "Hideable", "Moment", "aside", "begin_writing", "db", "enum_column", "give_up_writing",
    "init_app", "journal_mode", "let_go", "prepare_engine", "reading", "settle", "transaction", "unwritten",
]  # fmt: skip
