"""Reading what a kit holds, and who was shown how to use a thing."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.materials.models import Induction, KitPart

MOST_PARTS = 60


def list_parts(material_id: int) -> Sequence[KitPart]:
    """What a kit holds, as its keeper wrote it down; nothing where it is not a kit."""
    query = select(KitPart).where(KitPart.material_id == material_id).order_by(KitPart.id)
    return db.session.scalars(query.limit(MOST_PARTS)).all()


def ids_with_parts_missing(material_ids: Collection[int]) -> frozenset[int]:
    """Of these materials, those that are kits which lack a part."""
    if not material_ids:
        return frozenset()
    query = select(KitPart.material_id).where(KitPart.material_id.in_(material_ids), KitPart.missing > 0)
    return frozenset(db.session.scalars(query.distinct()))


def was_shown(material_id: int, person_id: int | None) -> bool:
    """Whether somebody was shown how to use a thing."""
    query = select(func.count(Induction.id)).where(Induction.material_id == material_id)
    return bool(person_id is not None and db.session.scalar(query.where(Induction.person_id == person_id)))


def list_shown(material_id: int, number: int) -> Page[Induction]:
    """Who was shown how to use a thing, the last first, a page at a time."""
    query = select(Induction).where(Induction.material_id == material_id).options(joinedload(Induction.person))
    return page_of(query.order_by(Induction.shown_at.desc(), Induction.id.desc()), number)


def get_induction(induction_id: int) -> Induction:
    """That somebody was shown how. Raises NotFound."""
    found = db.session.get(Induction, induction_id)
    if found is None:
        raise NotFound
    return found
