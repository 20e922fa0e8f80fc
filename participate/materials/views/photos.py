"""Photos of things: how the photos' own pages name a thing, and who may add one."""

from collections.abc import Collection

from flask import Blueprint, url_for

from participate.materials import queries
from participate.organisations import offering
from participate.photos import subjects


def register(_blueprint: Blueprint) -> None:
    subjects.on("material", one, names)


def one(material_id: int) -> subjects.Subject:
    """A thing that the reader may see; who looks after it may add photos. Raises NotFound."""
    found = queries.get_material(material_id)
    return subjects.Subject(
        subjects.key_of("material", material_id), found.name, url_for("materials.material", material_id=material_id),
        may_add=offering.look_at(found).looks_after, hub_id=found.hub_id, ward_id=found.ward_id, square=found.square,
    )  # fmt: skip


def names(ids: Collection[int]) -> dict[int, subjects.Named]:
    """The things that everybody may see among these. One statement."""
    cards = queries.cards_of(ids).values()
    return {card.id: subjects.Named(card.name, "materials.material", {"material_id": card.id}) for card in cards}
