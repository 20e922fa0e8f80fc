"""What was removed goes for good, once its author has had time to ask again."""

import structlog

from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.moderation import queries, things
from participate.moderation.rules.deciding import REMOVED_AFTER

log = structlog.get_logger()


def remove_old() -> int:
    """Take away for good what staff removed two weeks ago and nobody asked about since; returns how many.

    Of what cannot be taken away by itself (a project, a session …) the words stay hidden.
    """
    gone = 0
    for report in queries.list_to_remove(clock.now() - REMOVED_AFTER):
        thing = things.find(report.kind, report.thing_id)
        if thing is None or not thing.hidden or thing.how.remove is None:
            continue
        try:
            with db.session.begin_nested():
                thing.how.remove(None, thing.row)
            gone += 1
        except RuleBroken as error:
            log.info("not removed yet", kind=report.kind, thing_id=report.thing_id, why=type(error).__name__)
    return gone
