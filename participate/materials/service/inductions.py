"""Who was shown how to use a thing safely."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials import queries
from participate.materials.models import Induction, Material


def show_how(actor_id: int, material: Material, person_id: int) -> None:
    """She was shown how. Twice is once."""
    if queries.was_shown(material.id, person_id):
        return
    made = Induction(material_id=material.id, person_id=person_id, shown_by=actor_id, shown_at=clock.now())
    db.session.add(made)
    db.session.flush()
    record(actor_id, "shown how", "material", material.id)


def forget_shown(actor_id: int, induction: Induction) -> None:
    """It was a mistake, or too long ago: she is shown again."""
    record(actor_id, "not shown how", "material", induction.material_id)
    db.session.delete(induction)
    db.session.flush()
