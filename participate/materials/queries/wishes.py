"""Reading wishes: what is looked for, who was asked, what could meet it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.materials.models import Loan, Material, WishAsk
from participate.materials.queries.free import free_units_of
from participate.materials.rules import wishes as rules
from participate.materials.words import Deal, WishStatus
from participate.organisations.models import Organisation
from participate.organisations.queries import list_keepers, shown, standing
from participate.organisations.words import Standing
from participate.places.rules import metres_between

SAME_WARD, OTHER_WARD = 1_000, 5_000  # metres, where no square is known
MOST_SOUGHT = 200
SAID_NO = (WishStatus.NO, WishStatus.LAPSED, WishStatus.ASKED)


@dataclass(frozen=True)
class Wish:
    """How a wish stands, for its page. `asked`: how many keepers were asked; `until`: when the one who is asked now
    answers at the latest. `loans` are for those who wished.
    """

    missing: int
    days: tuple[date, date] | None
    asked: int
    until: datetime | None
    loans: Sequence[Loan]
    sought: bool


def wish_of(material: Material) -> Wish:
    """How a wish stands. Two statements."""
    asks = db.session.scalars(select(WishAsk).where(WishAsk.wish_id == material.id).order_by(WishAsk.id)).all()
    met = [ask.loan_id for ask in asks if ask.status is WishStatus.YES and ask.loan_id is not None]
    loans = select(Loan).where(Loan.id.in_(met)).options(joinedload(Loan.material)).order_by(Loan.id)
    return Wish(
        missing=material.how_many - material.met,
        days=(material.wanted_from, material.wanted_until or material.wanted_from) if material.wanted_from else None,
        asked=len(asks),
        until=next((ask.answer_by for ask in asks if ask.status is WishStatus.ASKED), None),
        loans=db.session.scalars(loans).all() if met else [],
        sought=is_sought(material),
    )


def is_sought(wish: Material) -> bool:
    """Whether keepers are to be asked for this wish."""
    today = clock.today()
    return rules.is_sought(
        wish.deal, missing=wish.how_many - wish.met, until=wish.wanted_until, today=today,
        shown=standing(wish, today) is Standing.SHOWN,
    )  # fmt: skip


def days_of(wish: Material) -> tuple[date, date] | None:
    """The days for which a wish is met from now on; None where they are over or it has none."""
    if wish.wanted_from is None or wish.wanted_until is None:
        return None
    first = max(wish.wanted_from, clock.today())
    return (first, wish.wanted_until) if first <= wish.wanted_until else None


def borrower_of(wish: Material) -> int | None:
    """Who borrows what meets a wish: whoever wished, or the first who looks after it."""
    return wish.keeper_id or next((person.id for person in list_keepers(wish)), None)


def list_fits(wish: Material, alike: Mapping[int, float]) -> list[rules.Fit]:
    """The things among those `alike` that are lent, free on the days of the wish, not its own people's, and of which
    nobody was asked. Their keepers did not say no to this wish either. Five statements.
    """
    days, things = days_of(wish), _lent(wish, alike)
    if days is None or not things:
        return []
    free = free_units_of([thing.id for thing in things], *days)
    return [rules.Fit(thing.id, alike[thing.id], _metres(wish, thing), free.get(thing.id, 0)) for thing in things]


def _lent(wish: Material, alike: Collection[int]) -> list[Material]:
    asked = db.session.execute(
        select(WishAsk.material_id, WishAsk.status, Material.keeper_id).join(WishAsk.material)
        .where(WishAsk.wish_id == wish.id)
    ).all()  # fmt: skip
    known = {row.material_id for row in asked}
    unwilling = {row.keeper_id for row in asked if row.status in SAID_NO and row.keeper_id is not None}
    query = select(Material).outerjoin(Person, Person.id == Material.keeper_id)
    query = query.outerjoin(Organisation, Organisation.id == Material.organisation_id)
    query = query.where(Material.id.in_(set(alike) - known), Material.deal == Deal.LEND)
    query = query.where(*shown(Material, clock.today())).order_by(Material.id)
    own = {name: getattr(wish, name) for name in ("keeper_id", "organisation_id", "hub_id")}
    return [
        thing for thing in db.session.scalars(query)
        if thing.keeper_id not in unwilling
        and not any(mine is not None and getattr(thing, name) == mine for name, mine in own.items())
    ]  # fmt: skip


def _metres(wish: Material, thing: Material) -> int:
    if wish.square is not None and thing.square is not None:
        return round(metres_between(wish.square, thing.square))
    return SAME_WARD if wish.ward_id is not None and wish.ward_id == thing.ward_id else OTHER_WARD


def list_sought() -> Sequence[int]:
    """The ids of wishes with days to come that lack something while nobody is being asked, the soonest first."""
    open_ = select(WishAsk.id).where(WishAsk.wish_id == Material.id, WishAsk.status == WishStatus.ASKED)
    query = select(Material.id).where(
        Material.deal == Deal.WANT, Material.hidden_at.is_(None), Material.met < Material.how_many,
        Material.wanted_until >= clock.today(), ~open_.exists(),
    )  # fmt: skip
    return db.session.scalars(query.order_by(Material.wanted_from, Material.id).limit(MOST_SOUGHT)).all()


def find_open_ask(wish_id: int) -> WishAsk | None:
    """The asking of the keeper who is asked now about a wish, or None."""
    return db.session.scalar(select(WishAsk).where(WishAsk.wish_id == wish_id, WishAsk.status == WishStatus.ASKED))


def find_ask(wish_id: int, material_id: int) -> WishAsk | None:
    """The asking about one thing for a wish, or None."""
    return db.session.scalar(select(WishAsk).where(WishAsk.wish_id == wish_id, WishAsk.material_id == material_id))


def get_wish_ask(ask_id: int) -> WishAsk:
    """The asking, with wish and thing. Raises NotFound."""
    parts = (joinedload(WishAsk.wish).joinedload(Material.keeper), joinedload(WishAsk.material))
    ask = db.session.scalar(select(WishAsk).where(WishAsk.id == ask_id).options(*parts))
    if ask is None:
        raise NotFound
    return ask


def list_wishes_for(
    person_id: int, organisation_ids: Collection[int], hub_ids: Collection[int], number: int = 1
) -> Page[WishAsk]:
    """What waits for an answer of somebody who looks after things, the soonest due first, a page at a time."""
    thing = Material.__table__.alias("thing")
    query = select(WishAsk).join(thing, thing.c.id == WishAsk.material_id)
    mine = or_(
        thing.c.keeper_id == person_id, thing.c.organisation_id.in_(organisation_ids), thing.c.hub_id.in_(hub_ids)
    )
    query = query.where(mine, WishAsk.status == WishStatus.ASKED, WishAsk.answer_by > clock.now())
    query = query.options(joinedload(WishAsk.wish), joinedload(WishAsk.material))
    return page_of(query.order_by(WishAsk.answer_by, WishAsk.id), number)


def list_to_offer(person_id: int, organisation_ids: Collection[int], most: int = 50) -> Sequence[Material]:
    """What somebody lends herself or for her organisations and could offer for a wish, by name."""
    mine = or_(Material.keeper_id == person_id, Material.organisation_id.in_(organisation_ids))
    query = select(Material).where(mine, Material.deal == Deal.LEND, Material.hidden_at.is_(None))
    query = query.where(Material.expires_on >= clock.today())
    return db.session.scalars(query.order_by(Material.name, Material.id).limit(most)).all()
