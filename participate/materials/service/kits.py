"""What a kit holds, and which parts are not there."""

from collections.abc import Mapping, Sequence

from participate.audit.service import record
from participate.core.db import db
from participate.materials import queries
from participate.materials.models import KitPart, Material
from participate.materials.rules.kits import PartLine


def set_parts(actor_id: int | None, material: Material, lines: Sequence[PartLine]) -> None:
    """The kit holds these parts now. What is missing of a part stays noted as long as the part has the same name."""
    before = {part.name.lower(): part for part in queries.list_parts(material.id)}
    if [(part.name, part.how_many) for part in before.values()] == [(line.name, line.how_many) for line in lines]:
        return
    for part in before.values():
        db.session.delete(part)
    db.session.flush()
    for line in lines:
        known = before.get(line.name.lower())
        missing = min(known.missing, line.how_many) if known is not None else 0
        db.session.add(KitPart(material_id=material.id, name=line.name, how_many=line.how_many, missing=missing))
    db.session.flush()
    record(actor_id, "changed", "material", material.id)


def note_missing(actor_id: int | None, material: Material, missing: Mapping[int, int]) -> None:
    """How many of each part (by id) are not there. Parts that are not named stay as they are."""
    changed = False
    for part in queries.list_parts(material.id):
        number = min(max(missing.get(part.id, part.missing), 0), part.how_many)
        changed = changed or number != part.missing
        part.missing = number
    if changed:
        db.session.flush()
        record(actor_id, "changed", "material", material.id)
