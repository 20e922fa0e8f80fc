"""Reading the places."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.core.text import slug_of
from participate.places.data.wards import OLD_WARDS, WARDS
from participate.places.models import Borough, Hub, Street, Ward, WardCode, WardFigure
from participate.places.rules import metres_between

MOST_WARDS = 200
MOST_HUBS = 200
_BESIDE = {ward.code: ward.beside for ward in WARDS}


@dataclass(frozen=True)
class Figure:
    """A figure about a ward, with where it came from."""

    value: float
    source: str


def find_borough() -> Borough | None:
    """The borough of this site; None before `places start`."""
    return db.session.scalar(select(Borough).order_by(Borough.id).limit(1))


def get_borough() -> Borough:
    """The borough of this site. Raises NotFound."""
    borough = find_borough()
    if borough is None:
        raise NotFound
    return borough


def list_wards() -> Sequence[Ward]:
    """All wards by name, without their boundaries (those load when asked for)."""
    return db.session.scalars(select(Ward).order_by(Ward.name, Ward.id).limit(MOST_WARDS)).all()


def find_ward(ward_id: int | None) -> Ward | None:
    """The ward with this id, or None."""
    return db.session.get(Ward, ward_id) if ward_id is not None else None


def find_ward_by_code(code: str | None) -> Ward | None:
    """The ward with this GSS code, of today or older, or None."""
    older = select(WardCode.ward_id).where(WardCode.code == code)
    query = select(Ward).where((Ward.code == code) | Ward.id.in_(older))
    return db.session.scalar(query.order_by(Ward.id).limit(1)) if code else None


def get_ward(slug: str) -> Ward:
    """The ward whose address is `slug`. Raises NotFound."""
    plain = slug == slug_of(slug)  # anything else was made up, and a NUL would be an error in PostgreSQL
    query = select(Ward).where(Ward.slug == slug).options(joinedload(Ward.borough))
    ward = db.session.scalar(query) if plain else None
    if ward is None:
        raise NotFound
    return ward


def get_ward_by_name_or_code(text: str) -> Ward:
    """The ward that `text` names: by code, today's or older, by name, the start of a name, or an older name.

    “Thames” is Thames View, as people say it; “River” is Beam. Raises NotFound.
    """
    known = {ward.code: ward for ward in list_wards()}
    code = text.strip().upper()
    found = known.get(code) or known.get(older_codes().get(code, ""))
    slug = slug_of(text)
    if found is None and slug:
        found = _named(known, slug)
    if found is None:
        raise NotFound
    return found


def _named(known: dict[str, Ward], slug: str) -> Ward | None:
    whole = next((ward for ward in known.values() if ward.slug == slug), None)
    starting = [ward for ward in known.values() if ward.slug.startswith(f"{slug}-")]
    older = next((code for name, code in OLD_WARDS.values() if slug_of(name) == slug), "")
    return whole or (starting[0] if len(starting) == 1 else known.get(older))


def older_codes() -> dict[str, str]:
    """Older ward code → code of today's ward."""
    rows = select(WardCode.code, Ward.code).join(Ward, Ward.id == WardCode.ward_id).order_by(WardCode.code)
    return {old: today for old, today in db.session.execute(rows)}


def ward_ids_by_code() -> dict[str, int]:
    """Every known ward code, of today and older, → id of today's ward. For imports."""
    today = {ward.code: ward.id for ward in list_wards()}
    return {old: today[code] for old, code in older_codes().items()} | today


def wards_near(ward_id: int, wards: Sequence[Ward] = ()) -> list[int]:
    """Ids of the ward itself, first, and of the wards beside it, by name. `wards`: all of them, if at hand."""
    wards = wards or list_wards()
    own = next((ward for ward in wards if ward.id == ward_id), None)
    beside = _BESIDE.get(own.code, ()) if own else ()
    return [ward_id, *(ward.id for ward in wards if ward.code in beside)]


def figures_of(ward_id: int) -> dict[str, Figure]:
    """The figures about a ward by measure, such as "pop_2021"."""
    rows = select(WardFigure).where(WardFigure.ward_id == ward_id).order_by(WardFigure.measure)
    return {row.measure: Figure(row.value, row.source) for row in db.session.scalars(rows)}


def list_figures(measure: str) -> dict[int, Figure]:
    """One measure for every ward that has it, by ward id: denominators for officers' figures."""
    rows = select(WardFigure).where(WardFigure.measure == measure).order_by(WardFigure.ward_id)
    return {row.ward_id: Figure(row.value, row.source) for row in db.session.scalars(rows)}


def list_streets(ward_id: int, number: int = 1) -> Page[Street]:
    """The streets of a ward by name, a page at a time."""
    return page_of(select(Street).where(Street.ward_id == ward_id).order_by(Street.name, Street.id), number)


def list_streets_of(ward_ids: Sequence[int], most: int = 200) -> Sequence[Street]:
    """The streets of these wards by name, at most so many. For a form to choose from."""
    query = select(Street).where(Street.ward_id.in_(ward_ids)).order_by(Street.name, Street.id)
    return db.session.scalars(query.limit(most)).all() if ward_ids else []


def find_street(street_id: int | None) -> Street | None:
    """The street with this id, or None."""
    return db.session.get(Street, street_id) if street_id is not None else None


def get_street(street_id: int) -> Street:
    """The street. Raises NotFound."""
    street = db.session.get(Street, street_id)
    if street is None:
        raise NotFound
    return street


def list_hubs(ward_id: int | None = None) -> Sequence[Hub]:
    """All hubs by name, or those of one ward, with their hours and wards."""
    query = select(Hub).options(selectinload(Hub.hours), joinedload(Hub.ward))
    if ward_id is not None:
        query = query.where(Hub.ward_id == ward_id)
    return db.session.scalars(query.order_by(Hub.name, Hub.id).limit(MOST_HUBS)).all()


def find_hub(hub_id: int | None) -> Hub | None:
    """The hub with this id, or None."""
    return db.session.get(Hub, hub_id) if hub_id is not None else None


def get_hub(hub_id: int) -> Hub:
    """The hub. Raises NotFound."""
    hub = find_hub(hub_id)
    if hub is None:
        raise NotFound
    return hub


def nearest_hub(ward_id: int | None, square: int | None, hubs: Sequence[Hub] = ()) -> Hub | None:
    """The hub nearest to a square; else one of the ward, else of a ward beside it, by name; else None.

    `hubs`: all of them, if at hand.
    """
    hubs = hubs or list_hubs()
    if square is not None:
        ways = [(metres_between(square, hub.square), hub.id, hub) for hub in hubs if hub.square is not None]
        if ways:
            return min(ways)[2]
    near = wards_near(ward_id) if ward_id is not None else []
    around = [hub for hub in hubs if hub.ward_id in near]
    return min(around, key=lambda hub: (hub.ward_id != ward_id, hub.name, hub.id), default=None)
