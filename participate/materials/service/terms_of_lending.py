"""A keeper says how her thing is lent."""

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials.models import Material
from participate.materials.rules.terms_of_lending import LendingTerms
from participate.materials.service.kits import set_parts


def set_lending(actor_id: int | None, material: Material, terms: LendingTerms) -> None:
    """Lend it so from now on. What is promised already stays as it was promised."""
    for name in ("condition", "loan_days", "instant", "deposit", "safety", "induction", "points"):
        setattr(material, name, getattr(terms, name))
    material.changed_at = clock.now()
    record(actor_id, "changed", "material", material.id)
    set_parts(actor_id, material, terms.parts)
    db.session.flush()
