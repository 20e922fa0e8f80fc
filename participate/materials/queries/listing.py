"""Reading materials."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.core.text import first_name
from participate.materials.models import Material
from participate.materials.words import Deal
from participate.organisations.models import Organisation
from participate.organisations.queries import nearest_first, shown
from participate.organisations.rules import Spot
from participate.places.models import Hub, Ward

MOST_OF_ONE = 200


@dataclass(frozen=True)
class MaterialCard:
    """What a card shows of a material. `by` is who looks after it or wants it, a person by first name."""

    id: int
    name: str
    deal: Deal
    about: str
    how_many: int
    how_long: str
    ward_id: int | None
    ward_name: str
    square: int | None
    keeper_id: int | None
    organisation_id: int | None
    hub_id: int | None
    expires_on: date
    by: str


_CARD = (
    Material.id, Material.name, Material.deal, Material.about, Material.how_many, Material.how_long,
    Material.ward_id, Ward.name.label("ward_name"), Material.square, Material.keeper_id, Material.organisation_id,
    Material.hub_id, Material.expires_on,
    Person.name.label("keeper_name"), Organisation.name.label("organisation_name"), Hub.name.label("hub_name"),
)  # fmt: skip


def joined(query: Select) -> Select:
    """With the keeper and the organisation, as `shown` needs them."""
    return query.outerjoin(Person, Person.id == Material.keeper_id).outerjoin(
        Organisation, Organisation.id == Material.organisation_id
    )


def _card(row: Row[Any]) -> MaterialCard:
    facts = dict(row._mapping)
    keeper, partner, hub = (facts.pop(f"{name}_name") for name in ("keeper", "organisation", "hub"))
    facts["ward_name"] = facts["ward_name"] or ""
    return MaterialCard(**facts, by=partner or hub or first_name(keeper or ""))


def _cards(*narrowed: ColumnElement[bool]) -> Select:
    query = (
        joined(select(*_CARD)).outerjoin(Ward, Ward.id == Material.ward_id).outerjoin(Hub, Hub.id == Material.hub_id)
    )
    return query.where(*narrowed, *shown(Material, clock.today()))


def cards_of(ids: Iterable[int]) -> dict[int, MaterialCard]:
    """The cards of those materials among `ids` that everybody may see, by id. One statement."""
    wanted = set(ids)
    if not wanted:
        return {}
    return {card.id: card for card in map(_card, db.session.execute(_cards(Material.id.in_(wanted))))}


def _left() -> tuple[ColumnElement[bool], ...]:
    """What is left of what is given or wished for: not what found a new home, is met, or was for days that are over."""
    return (
        or_(Material.deal != Deal.GIVE, Material.out < Material.how_many),
        or_(Material.deal != Deal.WANT, Material.met < Material.how_many),
        or_(Material.wanted_until.is_(None), Material.wanted_until >= clock.today()),
    )


def list_materials(deal: Deal, ward_id: int | None, here: Spot, number: int) -> Page[MaterialCard]:
    """The materials of one deal that everybody may see, nearest first, a page at a time. Three statements."""
    query = joined(select(Material.id)).where(Material.deal == deal, *shown(Material, clock.today()), *_left())
    if ward_id is not None:
        query = query.where(Material.ward_id == ward_id)
    page = page_of(query.order_by(*nearest_first(Material, here)), number)
    cards = cards_of(page.items)
    return replace(page, items=[cards[each] for each in page.items if each in cards])


def count_by_deal(ward_id: int | None) -> dict[Deal, int]:
    """How many materials everybody may see, of each deal, in one ward if given."""
    query = joined(select(Material.deal, func.count(Material.id)).select_from(Material))
    query = query.where(*shown(Material, clock.today()), *_left()).group_by(Material.deal)
    if ward_id is not None:
        query = query.where(Material.ward_id == ward_id)
    counted = {deal: number for deal, number in db.session.execute(query)}
    return {deal: counted.get(deal, 0) for deal in Deal}


def list_of_organisation(organisation_id: int, most: int) -> Sequence[MaterialCard]:
    """Up to `most` materials that an organisation offers or wants, by name."""
    return _by_name(_cards(Material.organisation_id == organisation_id), most)


def list_of_hub(hub_id: int, most: int) -> Sequence[MaterialCard]:
    """Up to `most` materials of a hub, by name."""
    return _by_name(_cards(Material.hub_id == hub_id), most)


def list_of_keeper(person_id: int, most: int = MOST_OF_ONE) -> Sequence[Material]:
    """What a person lends, gives or wants, hidden and ended ones too, the newest first. For her own page."""
    query = select(Material).where(Material.keeper_id == person_id).options(joinedload(Material.ward))
    return db.session.scalars(query.order_by(Material.made_at.desc(), Material.id.desc()).limit(most)).all()


def _by_name(query: Select, most: int) -> list[MaterialCard]:
    return [_card(row) for row in db.session.execute(query.order_by(Material.name, Material.id).limit(most))]


def find_material(material_id: int | None) -> Material | None:
    """The material with this id, hidden or not, with who looks after it; or None."""
    if material_id is None:
        return None
    parts = (
        joinedload(Material.ward), joinedload(Material.keeper), joinedload(Material.organisation),
        joinedload(Material.hub),
    )  # fmt: skip
    return db.session.scalar(select(Material).where(Material.id == material_id).options(*parts))


def get_material(material_id: int) -> Material:
    """The material, hidden or not: ask organisations.permissions.may_see. Raises NotFound."""
    material = find_material(material_id)
    if material is None:
        raise NotFound
    return material


_MATCHED = (
    Material.id, Material.name, Material.deal, Material.about, Material.ward_id, Material.square,
    Material.keeper_id, Material.expires_on, Material.changed_at,
)  # fmt: skip


def list_for_matching(ids: Iterable[int] | None = None) -> Sequence[Row[Any]]:
    """What the matcher reads of the materials that everybody may see: of all, or of those among `ids`."""
    query = joined(select(*_MATCHED)).where(*shown(Material, clock.today()), *_left())
    return db.session.execute(query if ids is None else query.where(Material.id.in_(set(ids)))).all()


def list_ids_of(keepers: Iterable[int], organisations: Iterable[int]) -> Sequence[int]:
    """The ids of the materials, shown or not, of these persons and organisations."""
    own = Material.keeper_id.in_(set(keepers)) | Material.organisation_id.in_(set(organisations))
    return db.session.scalars(select(Material.id).where(own).order_by(Material.id)).all()
