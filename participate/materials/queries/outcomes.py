"""Who asked for which material lately, and who had it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Row, Select, exists, literal, select, union_all

from participate.core import clock
from participate.core.db import db
from participate.materials.models import GiftAsk, Loan, Material
from participate.materials.queries.listing import joined
from participate.materials.words import Deal, GiftStatus
from participate.organisations.queries import shown

AT_MOST = 100_000
Step = Row[int, int, str, datetime]  # person, material, what for ("session:12" or ""), when


def list_asked_since(moment: datetime) -> list[Step]:
    """Each asking for a loan or a gift after `moment`, whatever became of it, oldest first."""
    loans = select(Loan.person_id, Loan.material_id, Loan.subject, Loan.made_at.label("at"))
    gifts = select(GiftAsk.person_id, GiftAsk.material_id, literal(""), GiftAsk.asked_at.label("at"))
    lent = loans.where(Loan.made_at > moment, Loan.person_id.is_not(None))
    return _list(lent, gifts.where(GiftAsk.asked_at > moment))


def list_had_since(moment: datetime) -> list[Step]:
    """Everything that was lent out or handed over after `moment`, oldest first."""
    loans = select(Loan.person_id, Loan.material_id, Loan.subject, Loan.out_at.label("at"))
    gifts = select(GiftAsk.person_id, GiftAsk.material_id, literal(""), GiftAsk.answered_at.label("at"))
    lent = loans.where(Loan.out_at > moment, Loan.person_id.is_not(None))
    return _list(lent, gifts.where(GiftAsk.status == GiftStatus.HANDED, GiftAsk.answered_at > moment))


def list_never_asked(ward_ids: Collection[int] | None, before: datetime, most: int) -> list[Row[int, str, datetime]]:
    """(id, name, since when) of what has been lent or given away in these wards (None: in all) since before a moment
    and nobody ever asked for, the longest first.
    """
    asked = exists().where(Loan.material_id == Material.id), exists().where(GiftAsk.material_id == Material.id)
    query = joined(select(Material.id, Material.name, Material.made_at)).where(*shown(Material, clock.today()))
    idle = query.where(Material.deal.in_((Deal.LEND, Deal.GIVE)), Material.made_at <= before, *(~one for one in asked))
    here = idle if ward_ids is None else idle.where(Material.ward_id.in_(ward_ids))
    return list(db.session.execute(here.order_by(Material.made_at, Material.id).limit(most)))


def _list(loans: Select, gifts: Select) -> list[Step]:
    both = union_all(loans, gifts).subquery()
    query = select(both).order_by(both.c.at, both.c.material_id, both.c.person_id)
    return list(db.session.execute(query.limit(AT_MOST)))
