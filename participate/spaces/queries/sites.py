"""Where homes are, and the parts of sites."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participate.core.db import db
from participate.spaces.models import HomeAddress, Space

MOST_PARTS = 60


def find_home_address(space: Space) -> str:
    """Where a home, or the site of a part, is: for those who look after it. "" when nobody said. Others ask
    `home_address`.
    """
    of = space.site_id or space.id
    return db.session.scalar(select(HomeAddress.words).where(HomeAddress.space_id == of)) or ""


def list_parts(site_id: int) -> Sequence[Space]:
    """The parts of a site by name, hidden ones too, MOST_PARTS at most."""
    query = select(Space).where(Space.site_id == site_id).order_by(Space.name, Space.id)
    return db.session.scalars(query.limit(MOST_PARTS)).all()


def count_parts(site_id: int) -> int:
    """How many parts a site has."""
    return db.session.scalar(select(func.count()).select_from(Space).where(Space.site_id == site_id)) or 0
