"""The boundaries of the wards, as they were imported."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import load_only, undefer

from participate.core.db import db
from participate.insight.drawing.shapes import Sheet, sheet_of
from participate.places.models import Ward

MOST = 200


def find_sheet() -> Sheet | None:
    """The wards drawn on one sheet; None as soon as one of them has no boundary. One statement."""
    wanted = load_only(Ward.code, Ward.lat, Ward.lon)
    wards = db.session.scalars(select(Ward).options(wanted, undefer(Ward.boundary)).order_by(Ward.id).limit(MOST)).all()
    boundaries: dict[str, dict[str, Any]] = {}
    for ward in wards:
        if ward.boundary is None:
            return None
        boundaries[f"ward:{ward.code}"] = ward.boundary
    return sheet_of(boundaries, {f"ward:{ward.code}": (ward.lat, ward.lon) for ward in wards}) if wards else None
