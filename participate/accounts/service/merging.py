"""Two rows were one person all along: everything that names the one names the other from now on; and back.

It asks the tables, not a list: whatever has a key to a person is moved, so that a table that is added later is too.
Where both have the same (both signed up for one session), the one of her who goes is taken out, what hung on it hangs
on the other's, and the journal keeps it.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, String, Table, UniqueConstraint, select, update

from participate.accounts.models import Merge, Person, SamePerson
from participate.accounts.out_of_sight import person_columns
from participate.accounts.queries.apart import are_apart, forget_apart
from participate.accounts.service.journal import Journal, TooLateToUndo
from participate.accounts.words import PersonKind, PersonStatus, Role, SameStatus
from participate.audit.service import record
from participate.core import clock, jobs
from participate.core.db import Base, db
from participate.core.errors import RuleBroken
from participate.core.words import mark

MERGED, UNMERGED = "person.merged", "person.unmerged"
KEPT_JOURNAL = timedelta(days=90)  # so long it can be undone
# Who she is signed in as, and what is about pairs itself, stays where it is.
NOT_MOVED = ("person", "merge", "same_person", "sign_in")
# Of these a shelf or a queue keeps count: two of the same are sorted out by hand before.
COUNTED = ("loan", "gift_ask")
FREED: dict[str, tuple[tuple[str, object], ...]] = {
    "introduction_side": (("asks", False), ("slot", None)), "ask": (("status", "late"),),
}  # fmt: skip
FILLED = ("email", "phone", "ring", "reach_note", "ward_id", "square", "adult_at")
TRUSTED = (Role.STAFF, Role.SAFEGUARDING, Role.OFFICER, Role.ADMIN)


class MergedAlready(RuleBroken):
    """A colleague was quicker, or one of the two is no member any more."""

    message = mark("A colleague has decided this already.")


class AskAnAdmin(RuleBroken):
    """Rights would change hands, or there is something between the two that staff need not know."""

    message = mark("Only an admin can do this. Please ask one.")


class SameOut(RuleBroken):
    """Both have the same thing out, or asked for it."""

    message = mark("Both have borrowed, or asked for, the same thing. Please settle one of the two first.")


def merge(actor_id: int, kept: Person, gone: Person) -> Merge:
    """`gone` was `kept` all along. Attendance, sign-ups, words, roles: all of it is `kept`'s, each once.

    Raises MergedAlready, AskAnAdmin, SameOut.
    """
    _check(actor_id, kept, gone)
    _hold(kept, gone)
    journal = Journal()
    for table in Base.metadata.sorted_tables:
        if table.name not in NOT_MOVED:
            for column in person_columns(table):
                _move(journal, table, column, kept.id, gone.id)
            _rename(journal, table, f"person:{gone.id}", f"person:{kept.id}")
    _fill(journal, kept, gone)
    made = Merge(
        kept_id=kept.id, gone_id=gone.id, moved={"steps": journal.steps}, made_by=actor_id, made_at=clock.now()
    )
    db.session.add(made)
    db.session.flush()
    db.session.expire_all()
    _decide(actor_id, made, SameStatus.SAME)
    _note(actor_id, made, "merged", MERGED, journal)
    return made


def undo_merge(actor_id: int, made: Merge) -> None:
    """They are two people after all: everything as it was; what came since stays with the one who was kept.

    Raises MergedAlready when it is undone already, TooLateToUndo.
    """
    now = clock.now()
    won = db.session.execute(
        update(Merge).where(Merge.id == made.id, Merge.undone_at.is_(None)).values(undone_at=now, undone_by=actor_id)
    )
    if won.rowcount != 1:  # type: ignore[attr-defined]
        raise MergedAlready
    if "steps" not in made.moved or not _is_newest(made):
        raise TooLateToUndo
    journal = Journal(made.moved["steps"])
    journal.take_back()
    db.session.flush()
    db.session.expire_all()
    _decide(actor_id, made, SameStatus.DIFFERENT)
    _note(actor_id, made, "unmerged", UNMERGED, journal)


def keep_two(actor_id: int, pair: SamePerson) -> None:
    """Staff know them: they are two people. Nobody asks again. Raises MergedAlready."""
    won = db.session.execute(
        update(SamePerson).where(SamePerson.id == pair.id, SamePerson.status == SameStatus.WAITING)
        .values(status=SameStatus.DIFFERENT, decided_at=clock.now(), decided_by=actor_id)
    )  # fmt: skip
    if won.rowcount != 1:  # type: ignore[attr-defined]
        raise MergedAlready
    record(actor_id, "told apart", "person", pair.low_id)
    record(actor_id, "told apart", "person", pair.high_id)
    db.session.flush()


def forget_journals() -> None:
    """After a while a merge stands: what it took out is forgotten."""
    old = (Merge.made_at < clock.now() - KEPT_JOURNAL, Merge.undone_at.is_(None))
    for made in db.session.scalars(select(Merge).where(*old).order_by(Merge.id)):
        if made.moved:
            made.moved = {}


def _check(actor_id: int, kept: Person, gone: Person) -> None:
    if kept.id == gone.id or not kept.is_active or not gone.is_active:
        raise MergedAlready
    actor = db.session.get_one(Person, actor_id)
    trusted = any(each.holds(role) for each in (kept, gone) for role in TRUSTED)
    if (trusted or actor_id in (kept.id, gone.id) or are_apart(kept.id, gone.id)) and not actor.holds(Role.ADMIN):
        raise AskAnAdmin


def _hold(kept: Person, gone: Person) -> None:
    """The two rows are ours until the end; whoever comes second finds it done. Raises MergedAlready."""
    both = sorted((kept.id, gone.id))
    free = (Person.id.in_(both), Person.merged_into_id.is_(None), Person.status == PersonStatus.ACTIVE)
    held = db.session.scalars(select(Person.id).where(*free).order_by(Person.id).with_for_update()).all()
    if list(held) != both:
        raise MergedAlready


def _move(journal: Journal, table: Table, column: Column[Any], kept: int, gone: int) -> None:
    """Every row in which this column names her who goes names her who stays."""
    for row_id in db.session.scalars(select(table.c.id).where(column == gone).order_by(table.c.id)).all():
        if not _moved(journal, table, row_id, column, kept, gone):
            if table.name in COUNTED:
                raise SameOut
            _take_out(journal, table, row_id, _twin(table, row_id, column, kept))


def _moved(journal: Journal, table: Table, row_id: int, column: Column[Any], kept: int, gone: int) -> bool:
    if column.name not in ("low_id", "high_id"):
        return journal.set(table, row_id, column.name, kept) or _freed(journal, table, row_id, column.name, kept)
    ends = db.session.execute(select(table.c.low_id, table.c.high_id).where(table.c.id == row_id)).one()
    low, high = sorted(kept if each == gone else each for each in ends)
    return journal.set_pair(table, row_id, low, high)


def _freed(journal: Journal, table: Table, row_id: int, column: str, kept: int) -> bool:
    """Five open introductions of the one and five of the other: none is lost, though only five hold a slot."""
    free = FREED.get(table.name, ())
    if not free or not all(journal.set(table, row_id, *each) for each in free):
        return False
    return journal.set(table, row_id, column, kept)


def _twin(table: Table, row_id: int, column: Column[Any], kept: int) -> int | None:
    """Her own row that says the same, where there is one."""
    row = db.session.execute(select(table).where(table.c.id == row_id)).one()._mapping
    for names in _unique(table):
        if column.name in names:
            same = [table.c[name] == row[name] for name in names if name != column.name]
            found = db.session.scalar(
                select(table.c.id).where(column == kept, *same).order_by(table.c.id.desc()).limit(1)
            )
            if found is not None:
                return found
    return None


def _unique(table: Table) -> Iterator[list[str]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield [each.name for each in constraint.columns]
    for index in table.indexes:
        if index.unique:
            yield [each.name for each in index.columns]


def _take_out(journal: Journal, table: Table, row_id: int, twin: int | None) -> None:
    """Take a double out; what hangs on it hangs on its twin, or goes with it."""
    for child in Base.metadata.sorted_tables:
        for key in (key for key in child.foreign_keys if key.column.table is table):
            hanging = select(child.c.id).where(key.parent == row_id).order_by(child.c.id)
            for child_id in db.session.scalars(hanging).all():
                if twin is None or not journal.set(child, child_id, key.parent.name, twin):
                    _take_out(journal, child, child_id, None)
    journal.drop(table, row_id)


def _rename(journal: Journal, table: Table, old: str, new: str) -> None:
    """Where a subject is written in words ("person:12")."""
    if "subject" in table.c and isinstance(table.c.subject.type, String):
        for row_id in db.session.scalars(select(table.c.id).where(table.c.subject == old).order_by(table.c.id)).all():
            journal.set(table, row_id, "subject", new)


def _fill(journal: Journal, kept: Person, gone: Person) -> None:
    """What only the other row knew is hers too; the other is ended and points to her."""
    table: Table = Base.metadata.tables["person"]
    # A guest's contact was never proved: it opens no door to somebody's account.
    proved = kept.kind is not PersonKind.ACCOUNT or gone.kind is not PersonKind.GUEST
    for name in (each for each in FILLED if proved or each not in ("email", "phone")):
        if not getattr(kept, name) and getattr(gone, name):
            journal.set(table, kept.id, name, getattr(gone, name))
    if gone.joined_at < kept.joined_at:
        journal.set(table, kept.id, "joined_at", gone.joined_at)
    journal.set(table, gone.id, "status", PersonStatus.ENDED)
    journal.set(table, gone.id, "merged_into_id", kept.id)


def _is_newest(made: Merge) -> bool:
    """Whether neither of the two has been part of another merge since."""
    both = (made.kept_id, made.gone_id)
    later = (Merge.id > made.id, Merge.undone_at.is_(None), Merge.kept_id.in_(both) | Merge.gone_id.in_(both))
    return db.session.scalar(select(Merge.id).where(*later).limit(1)) is None


def _decide(actor_id: int, made: Merge, status: SameStatus) -> None:
    low, high = sorted((made.kept_id, made.gone_id))
    db.session.execute(
        update(SamePerson).where(SamePerson.low_id == low, SamePerson.high_id == high)
        .values(status=status, decided_at=clock.now(), decided_by=actor_id)
    )  # fmt: skip


def _note(actor_id: int, made: Merge, verb: str, wake: str, journal: Journal) -> None:
    record(actor_id, verb, "person", made.kept_id)
    record(actor_id, verb, "person", made.gone_id)
    forget_apart()
    # Higher slices keep counts of their own: they set them right in the same transaction.
    jobs.tell(wake, {"kept_id": made.kept_id, "gone_id": made.gone_id, "sign_ups": journal.dropped("sign_up")})
    db.session.flush()
