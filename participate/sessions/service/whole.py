"""All or nothing, also for the page that says why not."""

from collections.abc import Iterator
from contextlib import contextmanager

from participate.core.db import db


@contextmanager
def whole() -> Iterator[None]:
    """What fails within leaves no trace: the page that shows why reads everything as it stood before."""
    with db.session.begin_nested():
        yield
