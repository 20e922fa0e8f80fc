"""Makes the neighbourhood in one transaction."""

from collections import Counter
from functools import partial

from sqlalchemy import select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db, transaction
from participate.demo import queries, rules
from participate.demo.content import reading
from participate.demo.making.book import Book
from participate.demo.making.ground import Ground, StreetGround, WardGround
from participate.demo.making.whole import make
from participate.demo.models import DemoRange
from participate.demo.service import ids
from participate.demo.service.writing import write
from participate.demo.tables import TABLES
from participate.insight.frameworks import plant_frameworks
from participate.insight.models import Goal
from participate.organisations.models import Organisation
from participate.places.models import Hub, Street
from participate.places.postcode_table import Use
from participate.places.queries import ward_ids_by_code
from participate.places.service import ensure_borough
from participate.places.service.postcodes import table_in_use
from participate.projects.models import Recipe
from participate.projects.service import plant_recipes


def is_empty() -> bool:
    """Whether nobody is in the database yet."""
    return db.session.scalar(select(Person.id).limit(1)) is None


def seed(
    residents: int = rules.DEFAULT_RESIDENTS, number: int = 1, projects_wanted: int | None = None, years: int = 0
) -> Counter[str]:
    """Make a neighbourhood of so many residents with so many years of history.

    The same `number` and day make the same one. Commits. Returns how many rows each table got. Raises AlreadySeeded,
    BadSize or BadYears.
    """
    rules.check_years(years)
    sizes = rules.sizes_of(residents, projects_wanted)
    with transaction() as session:
        if queries.list_ranges():
            raise rules.AlreadySeeded
        ensure_borough()
        plant_recipes()
        plant_frameworks()
        session.flush()
        connection = session.connection()
        book = Book(ids.first_free(connection, TABLES), partial(write, connection))
        make(Ground(book, number, clock.now(), sizes, _wards(), _recipes(), years, _goals(), _taken(), _standing()))
        _remember(book)
        ids.note_used(connection, book.ranges())
        return Counter({table: last - first + 1 for table, first, last in book.ranges()})


def _wards() -> list[WardGround]:
    """The wards of the content, with the squares in which their live postcodes lie."""
    known = ward_ids_by_code()
    squares: dict[str, list[int]] = {}
    for _postcode, entry in sorted(table_in_use().entries().items()):
        if entry.use is Use.LIVE and entry.ward_code and entry.square is not None:
            squares.setdefault(entry.ward_code, []).append(entry.square)
    return [
        WardGround(known[w.code], w.code, w.weight, tuple(squares.get(w.code, ())), w.streets, w.greens)
        for w in reading.wards()
    ]


def _recipes() -> dict[str, int]:
    return {slug: number for slug, number in db.session.execute(select(Recipe.slug, Recipe.id).order_by(Recipe.id))}


def _goals() -> tuple[int, ...]:
    return tuple(db.session.scalars(select(Goal.id).order_by(Goal.id)))


def _taken() -> frozenset[str]:
    names = [*db.session.scalars(select(Hub.name)), *db.session.scalars(select(Organisation.name))]
    return frozenset(names)


def _standing() -> dict[tuple[int, str], StreetGround]:
    streets = db.session.scalars(select(Street).order_by(Street.id))
    return {(street.ward_id, street.name): StreetGround(street.id, street.name, street.square) for street in streets}


def _remember(book: Book) -> None:
    for table, first, last in book.ranges():
        db.session.add(DemoRange(table_name=table, first_id=first, last_id=last))
    db.session.flush()
