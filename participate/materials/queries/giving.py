"""Reading who asked for what is given away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, lazyload

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.materials.models import GiftAsk, Material
from participate.materials.rules.giving import TO_CHOOSE, is_open
from participate.materials.words import GiftStatus
from participate.organisations.models import Organisation
from participate.organisations.queries import shown

MOST_TO_CHOOSE_FROM = 200
_BARE = (lazyload(Person.roles), lazyload(Person.ward))


@dataclass(frozen=True)
class Gift:
    """How a gift stands, for its page: `asked` neighbours wait, `left` are not promised yet; `mine`: the reader's own
    asking. `window`: a time to ask runs; `open`: one may ask now. `chosen_by`: when lots are drawn at the latest.
    """

    left: int
    asked: int
    window: bool
    open: bool
    mine: GiftAsk | None
    chosen_by: datetime | None


def gift_of(material: Material, person_id: int | None) -> Gift:
    """How a gift stands, as the reader may know it. Two statements."""
    waiting = select(func.count(GiftAsk.id)).where(
        GiftAsk.material_id == material.id, GiftAsk.status == GiftStatus.ASKED
    )
    asked = db.session.scalar(waiting) or 0
    runs = material.asks_until is not None and is_open(material.asks_until, clock.now())
    return Gift(
        left=material.how_many - material.out, asked=asked, window=runs, open=runs or not asked,
        mine=find_gift_ask_of(material.id, person_id),
        chosen_by=material.asks_until + TO_CHOOSE if material.asks_until and not material.by_lot else None,
    )  # fmt: skip


def find_gift_ask_of(material_id: int, person_id: int | None) -> GiftAsk | None:
    """Her own asking for this gift, or None."""
    if person_id is None:
        return None
    return db.session.scalar(
        select(GiftAsk).where(GiftAsk.material_id == material_id, GiftAsk.person_id == person_id)
    )  # fmt: skip


def get_gift_ask(ask_id: int) -> GiftAsk:
    """The asking, with its gift. Raises NotFound."""
    query = select(GiftAsk).where(GiftAsk.id == ask_id).options(joinedload(GiftAsk.material))
    ask = db.session.scalar(query)
    if ask is None:
        raise NotFound
    return ask


def list_askers(material_id: int) -> Sequence[GiftAsk]:
    """Everybody who asked for a gift and did not call it off, by when they asked. For those who look after it."""
    query = select(GiftAsk).join(GiftAsk.person).where(GiftAsk.material_id == material_id)
    query = query.where(GiftAsk.status != GiftStatus.CANCELLED).options(joinedload(GiftAsk.person).options(*_BARE))
    return db.session.scalars(query.order_by(GiftAsk.asked_at, GiftAsk.id).limit(MOST_TO_CHOOSE_FROM)).all()


def list_gifts_asked(person_id: int, number: int) -> Page[GiftAsk]:
    """What a person asked for and everybody may still see, the newest first, a page at a time."""
    query = select(GiftAsk).join(GiftAsk.material).where(GiftAsk.person_id == person_id)
    query = query.outerjoin(Person, Person.id == Material.keeper_id)
    query = query.outerjoin(Organisation, Organisation.id == Material.organisation_id)
    query = query.where(*shown(Material, clock.today())).options(joinedload(GiftAsk.material))
    return page_of(query.order_by(GiftAsk.asked_at.desc(), GiftAsk.id.desc()), number)
