"""Reading promises."""

from participate.core.db import db
from participate.outbox.models import Promise


def find_promise(promise_id: int) -> Promise | None:
    """The promise, or None."""
    return db.session.get(Promise, promise_id)
