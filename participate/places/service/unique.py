"""When two people add the same at once, the database lets one in; the other hears why."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError

from participate.core.db import db
from participate.core.errors import RuleBroken


@contextmanager
def or_else(taken: type[RuleBroken]) -> Iterator[None]:
    """Flush what the block changed; raise `taken` where the database refuses it because it is there already."""
    try:
        with db.session.begin_nested():
            yield
            db.session.flush()
    except IntegrityError as clash:
        raise taken from clash
