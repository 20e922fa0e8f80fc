"""What people do not want used of them: it is not in the index either, where neighbours would find it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from participate.core.db import db
from participate.matching.models import SwitchedOff

Off = Mapping[int, frozenset[str]]
NOTHING: frozenset[str] = frozenset()


def switched_off(persons: Iterable[int] | None) -> Off:
    """Person → what of hers is not to be used (words.Use and "posting:17"): of everybody, or of these."""
    query = select(SwitchedOff.person_id, SwitchedOff.subject)
    if persons is not None:
        query = query.where(SwitchedOff.person_id.in_(set(persons)))
    found: dict[int, set[str]] = defaultdict(set)
    for person_id, subject in db.session.execute(query):
        found[person_id].add(subject)
    return {person_id: frozenset(subjects) for person_id, subjects in found.items()}
