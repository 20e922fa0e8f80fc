"""Reading spaces."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import aliased, joinedload

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.text import first_name
from participate.organisations.models import Organisation
from participate.organisations.queries import shown
from participate.places.models import Hub, Ward
from participate.spaces.models import Space
from participate.spaces.words import SpaceKind

MOST_OF_ONE = 200


@dataclass(frozen=True)
class SpaceCard:
    """What a card shows of a space: never its address. `by` is who looks after it, a person by first name;
    `site_name` the site of which it is a part, or "".
    """

    id: int
    name: str
    kind: SpaceKind
    about: str
    has: str
    capacity: int
    step_free: bool
    toilet: bool
    quiet: bool
    children: bool
    cost_pence: int
    ward_id: int | None
    ward_name: str
    square: int | None
    keeper_id: int | None
    organisation_id: int | None
    hub_id: int | None
    expires_on: date
    site_name: str
    by: str


_SITE = aliased(Space)
_CARD = (
    Space.id, Space.name, Space.kind, Space.about, Space.has, Space.capacity, Space.step_free, Space.toilet,
    Space.quiet, Space.children, Space.cost_pence, Space.ward_id, Ward.name.label("ward_name"), Space.square,
    Space.keeper_id, Space.organisation_id, Space.hub_id, Space.expires_on,
    Person.name.label("keeper_name"), Organisation.name.label("organisation_name"), Hub.name.label("hub_name"),
    _SITE.name.label("site_name"),
)  # fmt: skip


def _joined(query: Select) -> Select:
    return query.outerjoin(Person, Person.id == Space.keeper_id).outerjoin(
        Organisation, Organisation.id == Space.organisation_id
    )


def _card(row: Row[Any]) -> SpaceCard:
    facts = dict(row._mapping)
    keeper, partner, hub = (facts.pop(f"{name}_name") for name in ("keeper", "organisation", "hub"))
    facts |= {name: facts[name] or "" for name in ("ward_name", "site_name")}
    return SpaceCard(**facts, by=partner or hub or first_name(keeper or ""))


def _cards(*narrowed: ColumnElement[bool]) -> Select:
    query = _joined(select(*_CARD)).outerjoin(Ward, Ward.id == Space.ward_id).outerjoin(Hub, Hub.id == Space.hub_id)
    query = query.outerjoin(_SITE, _SITE.id == Space.site_id)
    return query.where(*narrowed, *shown(Space, clock.today()))


def cards_of(ids: Iterable[int]) -> dict[int, SpaceCard]:
    """The cards of those spaces among `ids` that everybody may see, by id. One statement."""
    wanted = set(ids)
    if not wanted:
        return {}
    return {card.id: card for card in map(_card, db.session.execute(_cards(Space.id.in_(wanted))))}


def list_of_organisation(organisation_id: int, most: int) -> Sequence[SpaceCard]:
    """Up to `most` spaces that an organisation offers, by name."""
    return _by_name(_cards(Space.organisation_id == organisation_id), most)


def list_of_hub(hub_id: int, most: int) -> Sequence[SpaceCard]:
    """Up to `most` spaces of a hub, by name."""
    return _by_name(_cards(Space.hub_id == hub_id), most)


def list_of_keeper(person_id: int, most: int = MOST_OF_ONE) -> Sequence[Space]:
    """The spaces that a person keeps, hidden and ended ones too, the newest first. For her own page."""
    query = select(Space).where(Space.keeper_id == person_id).options(joinedload(Space.ward))
    return db.session.scalars(query.order_by(Space.made_at.desc(), Space.id.desc()).limit(most)).all()


def _by_name(query: Select, most: int) -> list[SpaceCard]:
    return [_card(row) for row in db.session.execute(query.order_by(Space.name, Space.id).limit(most))]


def find_space(space_id: int | None) -> Space | None:
    """The space with this id, hidden or not, with who looks after it; or None."""
    if space_id is None:
        return None
    known = (Space.ward, Space.keeper, Space.organisation, Space.hub, Space.site)
    return db.session.scalar(select(Space).where(Space.id == space_id).options(*map(joinedload, known)))


def get_space(space_id: int) -> Space:
    """The space, hidden or not: ask organisations.permissions.may_see. Raises NotFound."""
    space = find_space(space_id)
    if space is None:
        raise NotFound
    return space


_MATCHED = (
    Space.id, Space.name, Space.kind, Space.about, Space.has, Space.when_free, Space.ward_id, Space.square,
    Space.keeper_id, Space.expires_on, Space.changed_at, Space.step_free, Space.toilet, Space.quiet,
)  # fmt: skip


def list_for_matching(ids: Iterable[int] | None = None) -> Sequence[Row[Any]]:
    """What the matcher reads of the spaces that everybody may see: of all, or of those among `ids`."""
    query = _joined(select(*_MATCHED)).where(*shown(Space, clock.today()))
    return db.session.execute(query if ids is None else query.where(Space.id.in_(set(ids)))).all()


def list_ids_of(keepers: Iterable[int], organisations: Iterable[int]) -> Sequence[int]:
    """The ids of the spaces, shown or not, of these persons and organisations."""
    own = Space.keeper_id.in_(set(keepers)) | Space.organisation_id.in_(set(organisations))
    return db.session.scalars(select(Space.id).where(own).order_by(Space.id)).all()
