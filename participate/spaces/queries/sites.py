"""Where homes are, and the parts of sites."""

from collections.abc import Sequence

from sqlalchemy import func, select

from participate.core.db import db
from participate.spaces.models import HomeAddress, Space
from participate.spaces.words import SpaceKind

MOST_PARTS = 60


def find_home_address(space: Space) -> str:
    """Where a home, or the site of a part, is: for those who look after it. "" when nobody said. Others ask
    `home_address`.
    """
    of = space.site_id or space.id
    return db.session.scalar(select(HomeAddress.words).where(HomeAddress.space_id == of)) or ""


def list_parts(site: Space, *, hidden: bool = True) -> Sequence[Space]:
    """The parts of a site by name, hidden ones too unless said, MOST_PARTS at most. What is no site has none, and
    nothing is asked.
    """
    if site.kind is not SpaceKind.SITE:
        return []
    query = select(Space).where(Space.site_id == site.id).order_by(Space.name, Space.id)
    if not hidden:
        query = query.where(Space.hidden_at.is_(None))
    return db.session.scalars(query.limit(MOST_PARTS)).all()


def count_parts(site_id: int) -> int:
    """How many parts a site has."""
    return db.session.scalar(select(func.count()).select_from(Space).where(Space.site_id == site_id)) or 0
