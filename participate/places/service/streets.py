"""Streets: named groups of at least five homes."""

from sqlalchemy import func, select

from participate.audit.service import record
from participate.core.db import db
from participate.places.models import Street
from participate.places.rules.streets import StreetNameTaken, check_street
from participate.places.service.unique import or_else


def add_street(actor_id: int | None, ward_id: int, name: str, homes: int, square: int | None = None) -> Street:
    """A new street in a ward. Raises what `check_street` raises, or StreetNameTaken."""
    check_street(name, homes)
    _check_free(ward_id, name, 0)
    street = Street(ward_id=ward_id, name=name, homes=homes, square=square)
    with or_else(StreetNameTaken):
        db.session.add(street)
    record(actor_id, "made", "street", street.id)
    return street


def change_street(actor_id: int, street: Street, name: str, homes: int) -> None:
    """Change a name or a number of homes. Raises what `check_street` raises, or StreetNameTaken."""
    check_street(name, homes)
    _check_free(street.ward_id, name, street.id)
    with or_else(StreetNameTaken):
        street.name, street.homes = name, homes
    record(actor_id, "changed", "street", street.id)


def _check_free(ward_id: int, name: str, except_id: int) -> None:
    same = select(Street.id).where(Street.ward_id == ward_id, func.lower(Street.name) == name.lower())
    if db.session.scalar(same.where(Street.id != except_id)) is not None:
        raise StreetNameTaken
