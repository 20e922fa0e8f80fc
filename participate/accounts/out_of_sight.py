"""What somebody kept apart from the reader is, made or did is out of her sight, in whatever page is shown to her.

Lists need not remember it: whatever the database session reads for a reader who has somebody kept apart leaves those
people's rows out, in every list, join, count and sub-select. A column that names a person says what she is to the row:

* `thing`: she made or offers it (an idea, a drill). The row is not there for the other, to read or to act upon.
* `record`: it tells of her (a sign-up, a place in a team). The row is not in any page for the other; what a change
  reckons with (who is next in the queue, whom a letter tells that a session is cancelled) stays true.
* `stays`: she had a hand in something that is not hers alone (the host of a session, who answered). The row stays
  and her name is not in it.

Without a word in the column's `info["apart"]` a column of OWNERS is a record and any other stays. Doors for staff
alone are duty and show everybody; so do, to staff, pages that call `on_duty`. Strangers see what is public.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, current_app, g, has_request_context, request
from flask_login import current_user
from sqlalchemy import Column, ColumnElement, Table, and_, bindparam, event, or_, select
from sqlalchemy.orm import LoaderCriteriaOption, Mapper, ORMExecuteState, with_loader_criteria

from participate.accounts.models import Person
from participate.accounts.queries.apart import ids_apart
from participate.core.db import SAFE_METHODS, Base, db
from participate.core.guards import admins, audiences_of, officers, safeguarding, staff

THING, RECORD, STAYS = "thing", "record", "stays"
OWNERS = ("person_id", "author_id", "keeper_id", "low_id", "high_id")
DUTY = {staff, safeguarding, officers, admins}
# Who is kept apart from whom is itself read whole: by her who asked for it, and by the house.
WHOLE = ("apart", "same_person", "merge")


def init_app(app: Flask) -> None:
    """Know at the start of each request whom its reader is not to meet."""
    app.before_request(_look)


def _look() -> None:
    """Who reads decides what there is to read: she is known before anything else is loaded."""
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or request.endpoint == "static" or not current_user.is_authenticated:
        return
    doors = set(audiences_of(view))
    g.sees_everybody = bool(doors) and doors <= DUTY


def on_duty() -> None:
    """Staff do their work in the page at hand: to them it shows everybody; to other hosts whom they may meet."""
    if current_user.is_staff:
        g.sees_everybody = True


def look_as(person_id: int | None) -> bool:
    """This page is for somebody who is known by her link: it is shown as it would be to her.

    Whether anybody is out of her sight: then what was loaded before is to be read again.
    """
    g.out_of_sight = ids_apart(person_id)
    return bool(g.out_of_sight)


@contextmanager
def everybody() -> Iterator[None]:
    """What is read here is for the house, not for the reader: the matcher's index, a check, whom to tell."""
    if not has_request_context():
        yield
        return
    before, g.sees_everybody = g.get("sees_everybody", False), True
    try:
        yield
    finally:
        g.sees_everybody = before


def out_of_sight() -> frozenset[int]:
    """The ids of the people whom the page at hand is not to show. Empty for strangers, staff on duty and jobs."""
    if not has_request_context() or g.get("sees_everybody", False):
        return frozenset()
    return g.get("out_of_sight") or frozenset()


def never_for(person_id: int | None) -> frozenset[int]:
    """Whom suggestions for this person leave out: what the page at hand does not show, or in a job, hers."""
    return out_of_sight() if has_request_context() else ids_apart(person_id)


def part_of(column: Column[Any]) -> str:
    """What the person in this column is to the row: "thing", "record" or "stays"."""
    return str(column.info.get("apart") or (RECORD if column.name in OWNERS else STAYS))


def person_columns(table: Table) -> list[Column[Any]]:
    """The columns of a table that name a person."""
    return [each for each in table.columns if any(key.column.table.name == "person" for key in each.foreign_keys)]


def _hide(state: ORMExecuteState) -> None:
    if not state.is_select or state.is_column_load or state.is_relationship_load or not out_of_sight():
        return
    shown = request.method in SAFE_METHODS or g.get("showing", False)
    state.statement = state.statement.options(*_options(shown))


def show_now() -> None:
    """From here on an answer to a POST is read as a page is: records of people kept apart are left out."""
    g.showing = True


Test = Callable[[Any], ColumnElement[bool]]
_shown: dict[str, Test] = {}
_always: dict[str, Test] = {}
_made: dict[bool, list[LoaderCriteriaOption]] = {}


def _options(shown: bool) -> list[LoaderCriteriaOption]:
    """One criterion a table that has something to hide, made once: who is meant is asked when it is read."""
    if shown not in _made:
        tests, kinds = (_shown, (THING, RECORD)) if shown else (_always, (THING,))
        mappers = [each for each in Base.registry.mappers if each.class_.__tablename__ not in WHOLE]
        for mapper in mappers:
            test = _criterion(mapper, kinds)
            if test is not None:
                tests[mapper.class_.__tablename__] = test
        choose = _when_shown if shown else _at_any_time
        _made[shown] = [choose(each.class_) for each in mappers if each.class_.__tablename__ in tests]
    return _made[shown]


# SQLAlchemy keeps what it learns of a lambda by its place in the code: one for each of the two, and no closures.
def _when_shown(model: type) -> LoaderCriteriaOption:
    return with_loader_criteria(
        model, lambda cls: _test_shown(cls), include_aliases=True, track_closure_variables=False
    )


def _at_any_time(model: type) -> LoaderCriteriaOption:
    return with_loader_criteria(
        model, lambda cls: _test_always(cls), include_aliases=True, track_closure_variables=False
    )


def _test_shown(cls: Any) -> ColumnElement[bool]:
    return _shown[cls.__tablename__](cls)


def _test_always(cls: Any) -> ColumnElement[bool]:
    return _always[cls.__tablename__](cls)


def _criterion(mapper: Mapper[Any], kinds: tuple[str, ...]) -> Test | None:
    """What a row must fulfil to be seen; None where nothing needs to be asked."""
    table: Table = mapper.local_table  # type: ignore[assignment]
    if mapper.class_ is Person:
        return (lambda cls: cls.id.not_in(_them())) if RECORD in kinds else None
    own = [each for each in person_columns(table) if part_of(each) in kinds]
    through = _through(table, kinds)
    if not own and not through:
        return None

    def test(cls: Any) -> ColumnElement[bool]:
        asked = [_unowned(lambda name: getattr(cls, name), each) for each in own]
        asked += [getattr(cls, name).not_in(_theirs(parent, column)) for name, parent, column in through]
        return and_(*asked)

    return test


def _unowned(column: Callable[[str], Any], owner: Column[Any]) -> ColumnElement[bool]:
    """Nobody's, nobody's who is kept apart, or not hers alone: a hub's or an organisation's."""
    other = [column(name).is_not(None) for name in owner.info.get("apart_unless", ())]
    return or_(column(owner.name).is_(None), column(owner.name).not_in(_them()), *other)


def _through(table: Table, kinds: tuple[str, ...]) -> list[tuple[str, Table, Column[Any]]]:
    """What hangs on a thing of hers goes with it: a loan with the drill, a reply with the idea."""
    found = []
    for key in (key for each in table.columns if not each.nullable for key in each.foreign_keys):
        parent = key.column.table
        if parent is table or parent.name == "person" or parent.name in WHOLE:
            continue
        owners = [each for each in person_columns(parent) if part_of(each) in kinds]
        found += [(key.parent.name, parent, each) for each in owners]
    return found


def _theirs(parent: Table, owner: Column[Any]) -> Any:
    """The ids of their things, as a sub-select of its own."""
    at = parent.alias()
    other = [at.c[name].is_(None) for name in owner.info.get("apart_unless", ())]
    return select(at.c.id).where(at.c[owner.name].in_(_them()), *other).correlate(None)


def _them() -> Any:
    return bindparam("apart", callable_=lambda: sorted(out_of_sight()), expanding=True, unique=True)


event.listen(db.session, "do_orm_execute", _hide)
