"""Photos of spaces: how the photos' own pages name a space, and who may add one."""

from collections.abc import Collection

from flask import Blueprint, url_for

from participate.organisations import offering
from participate.photos import subjects
from participate.spaces import queries


def register(_blueprint: Blueprint) -> None:
    subjects.on("space", one, names)


def one(space_id: int) -> subjects.Subject:
    """A space that the reader may see; who looks after it may add photos. Raises NotFound."""
    found = queries.get_space(space_id)
    return subjects.Subject(
        subjects.key_of("space", space_id), found.name, url_for("spaces.space", space_id=space_id),
        may_add=offering.look_at(found).looks_after, hub_id=found.hub_id, ward_id=found.ward_id, square=found.square,
    )  # fmt: skip


def names(ids: Collection[int]) -> dict[int, subjects.Named]:
    """The spaces that everybody may see among these. One statement."""
    cards = queries.cards_of(ids).values()
    return {card.id: subjects.Named(card.name, "spaces.space", {"space_id": card.id}) for card in cards}
