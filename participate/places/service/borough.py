"""The borough, its wards and their old codes, from the facts that ship with the product."""

from sqlalchemy import select

from participate.audit.service import record
from participate.core.db import db
from participate.core.text import slug_of
from participate.places.data.wards import (
    BOROUGH_CODE,
    BOROUGH_NAME,
    LOCALITIES,
    OLD_WARDS,
    PEOPLE,
    WARDS,
    WardFacts,
    source_of,
)
from participate.places.models import Borough, Ward, WardCode, WardFigure


def ensure_borough() -> int:
    """Make the borough, its wards, their old codes and numbers of people where they are missing.

    Returns how many rows were made: 0 the second time. What an import changed stays as it is.
    """
    borough = db.session.scalar(select(Borough).where(Borough.code == BOROUGH_CODE))
    made = 0
    if borough is None:
        borough = Borough(code=BOROUGH_CODE, name=BOROUGH_NAME)
        made += _add(borough)
        record(None, "made", "borough", borough.id)
    known = {ward.code: ward for ward in db.session.scalars(select(Ward).order_by(Ward.id))}
    for facts in WARDS:
        if facts.code not in known:
            known[facts.code] = _ward(borough.id, facts)
            made += 1
        if not known[facts.code].locality:
            known[facts.code].locality = LOCALITIES[facts.code]
    return made + _ensure_people(known) + _ensure_old_codes(known)


def add_ward(borough_id: int, code: str, name: str, lat: float, lon: float) -> Ward:
    """A new ward, with an address of its own."""
    slug = slug_of(name) or code.lower()
    if db.session.scalar(select(Ward.id).where(Ward.slug == slug)):
        slug = f"{slug}-{code.lower()}"
    ward = Ward(borough_id=borough_id, code=code, name=name, slug=slug, lat=lat, lon=lon, boundary=None)
    _add(ward)
    record(None, "made", "ward", ward.id)
    return ward


def _ward(borough_id: int, facts: WardFacts) -> Ward:
    return add_ward(borough_id, facts.code, facts.name, facts.lat, facts.lon)


def _ensure_people(known: dict[str, Ward]) -> int:
    have = set(db.session.scalars(select(WardFigure.ward_id).where(WardFigure.measure == PEOPLE)))
    rows = [
        WardFigure(ward_id=known[facts.code].id, measure=PEOPLE, value=float(facts.people), source=source_of(PEOPLE))
        for facts in WARDS
        if known[facts.code].id not in have
    ]
    return _add(*rows)


def _ensure_old_codes(known: dict[str, Ward]) -> int:
    have = set(db.session.scalars(select(WardCode.code)))
    rows = [
        WardCode(code=code, ward_id=known[today].id) for code, (_name, today) in OLD_WARDS.items() if code not in have
    ]
    return _add(*rows)


def _add(*rows: object) -> int:
    db.session.add_all(rows)
    db.session.flush()
    return len(rows)
