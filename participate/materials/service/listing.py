"""A material is offered or wanted, changes, is confirmed, hidden and taken away."""

from dataclasses import asdict, dataclass

from participate.accounts import queries as accounts
from participate.accounts import service as roles
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials.models import Material
from participate.materials.rules.stock import check_whose
from participate.materials.rules.terms import Terms
from participate.materials.service import answering, giving, holding, queue
from participate.materials.service import terms as terms_of
from participate.materials.words import Deal
from participate.organisations.rules import Behalf, Spot, stands_until
from participate.organisations.service import confirm, hide_offer, restore_offer
from participate.photos import service as photos

__all__ = ["MaterialFacts", "add", "change", "confirm", "hide", "remove", "restore"]

USUAL_TERMS = Terms()


@dataclass(frozen=True)
class MaterialFacts:
    """What a material's page says."""

    deal: Deal
    name: str
    about: str = ""
    how_many: int = 1
    how_long: str = ""


def add(actor_id: int | None, behalf: Behalf, facts: MaterialFacts, spot: Spot, terms: Terms = USUAL_TERMS) -> Material:
    """Offer or want a material in somebody's name for half a year. A person becomes its keeper. Raises StockIsAHubs."""
    check_whose(facts.deal, behalf.hub_id)
    now = clock.now()
    material = Material(
        **asdict(facts), **asdict(behalf), **asdict(spot), expires_on=stands_until(clock.today()), made_at=now,
        changed_at=now,
    )  # fmt: skip
    db.session.add(material)
    db.session.flush()
    record(actor_id, "made", "material", material.id)
    terms_of.lay_down(material, terms)
    if behalf.keeper_id is not None:
        roles.grant(actor_id, accounts.get_person(behalf.keeper_id), Role.KEEPER, f"material:{material.id}")
    return material


def change(
    actor_id: int | None, material: Material, facts: MaterialFacts, spot: Spot, terms: Terms | None = None
) -> None:
    """Other facts about a material. Raises StockIsAHubs, DealStays or PromisedAlready."""
    terms_of.check(material, facts.deal, facts.how_many)
    if material.deal is Deal.LEND:
        _change_lent(actor_id, material, facts)
    for name, value in (asdict(facts) | asdict(spot)).items():
        setattr(material, name, value)
    material.changed_at = clock.now()
    record(actor_id, "changed", "material", material.id)
    db.session.flush()
    if terms is not None:
        terms_of.lay_down(material, terms)


def _change_lent(actor_id: int | None, material: Material, facts: MaterialFacts) -> None:
    """There are more or fewer to lend; or it is not lent any more, and whoever asked for it is told."""
    if facts.deal is not Deal.LEND:
        answering.let_all_go(actor_id, material)
        return
    holding.set_units(holding.hold(material.id), facts.how_many)
    queue.fill(material)


def remove(actor_id: int | None, material: Material) -> None:
    """The material is gone, or found: its row goes, and its keeper's role with it. Raises StillOut while it is lent."""
    answering.let_all_go(actor_id, material)
    material_id, keeper = material.id, accounts.find_person(material.keeper_id)
    giving.let_go(material)
    photos.remove_of(actor_id, f"material:{material_id}")
    record(actor_id, "removed", "material", material_id)
    if keeper is not None:
        roles.revoke(actor_id, keeper, Role.KEEPER, f"material:{material_id}")
    db.session.delete(material)
    db.session.flush()


def hide(actor_id: int | None, material: Material, reason: str) -> None:
    """Take a material off every page, for a reason that its keeper reads."""
    hide_offer(actor_id, material, reason)


def restore(actor_id: int | None, material: Material) -> None:
    """Show a material again."""
    restore_offer(actor_id, material)
