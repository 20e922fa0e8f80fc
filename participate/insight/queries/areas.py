"""The areas of the borough, as figures name them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from participate.core.db import db
from participate.core.text import slug_of
from participate.insight.disclosure.table import Area
from participate.places.models import Ward, WardFigure
from participate.places.queries import list_wards

PEOPLE = "pop_2021"


@dataclass(frozen=True)
class WardArea:
    """A ward with its area code, the code of its locality ("" in none), and how many people live there."""

    id: int
    code: str
    gss: str
    name: str
    slug: str
    locality: str
    locality_name: str
    people: int | None


def list_areas() -> list[WardArea]:
    """The wards by name."""
    rows = select(WardFigure.ward_id, WardFigure.value).where(WardFigure.measure == PEOPLE)
    people = {ward_id: round(value) for ward_id, value in db.session.execute(rows)}
    return [_area(ward, people.get(ward.id)) for ward in list_wards()]


def residents_of(wards: Iterable[WardArea]) -> int | None:
    """How many people live in these wards; None as soon as one of them is not known, for a sum without it is none."""
    people = [ward.people for ward in wards]
    return sum(each for each in people if each) if people and all(people) else None


def tree_of(wards: list[WardArea]) -> Area:
    """The same as the tree that tables are published on."""
    localities: dict[str, tuple[str, ...]] = {}
    for ward in wards:
        if ward.locality:
            localities[ward.locality] = (*localities.get(ward.locality, ()), ward.code)
    return Area(tuple(ward.code for ward in wards), localities)


def locality_names(wards: list[WardArea]) -> dict[str, str]:
    """The code of each locality → its name, by name."""
    return {ward.locality: ward.locality_name for ward in sorted(wards, key=_by_locality) if ward.locality}


def _by_locality(ward: WardArea) -> str:
    return ward.locality_name


def _area(ward: Ward, people: int | None) -> WardArea:
    locality = f"locality:{slug_of(ward.locality)}" if ward.locality else ""
    return WardArea(ward.id, f"ward:{ward.code}", ward.code, ward.name, ward.slug, locality, ward.locality, people)


def find_residents(measures: Iterable[str]) -> dict[str, int]:
    """Figure about wards → its sum over the borough; what was not brought in for every ward is left out."""
    counted = func.count(WardFigure.id)
    query = select(WardFigure.measure, func.sum(WardFigure.value), counted).where(
        WardFigure.measure.in_(list(measures))
    )
    rows = db.session.execute(query.group_by(WardFigure.measure)).all()
    most = max((many for _measure, _value, many in rows), default=0)
    return {measure: round(value) for measure, value, many in rows if many == most}
