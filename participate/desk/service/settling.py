"""What a press does to one thing, in the words of the slice that owns it. Each has its own rules, and tells people."""

from collections.abc import Callable

from flask_babel import gettext as _

from participate.core.errors import NotFound
from participate.desk.words import Act, WaitKind
from participate.moderation import queries as reports
from participate.moderation import service as moderation
from participate.moderation.words import Choice
from participate.photos import queries as photo_queries
from participate.photos import service as photos
from participate.photos.words import Verdict
from participate.sessions import queries as session_queries
from participate.sessions import service as sessions
from participate.spaces import queries as space_queries
from participate.spaces import service as spaces


def settle(actor_id: int, act: Act, kind: WaitKind, thing_id: int) -> None:
    """Do it. Raises RuleBroken where it no longer fits, NotFound where the thing is gone."""
    how = _HOW.get(act)
    if how is None or kind not in act.kinds:
        raise NotFound
    how(actor_id, thing_id)


def _agree(actor_id: int, booking_id: int) -> None:
    spaces.agree(actor_id, space_queries.get_booking(booking_id))


def _keep(actor_id: int, report_id: int) -> None:
    moderation.decide(actor_id, reports.get_report(report_id), Choice.KEEP, _("We looked at it, and it may stand."))


def _show(actor_id: int, photo_id: int) -> None:
    photos.check(actor_id, photo_queries.get_photo(photo_id), Verdict.SHOW, "")


def _done(actor_id: int, incident_id: int) -> None:
    sessions.finish_incident(actor_id, session_queries.get_incident(incident_id))


_HOW: dict[Act, Callable[[int, int], None]] = {Act.AGREE: _agree, Act.KEEP: _keep, Act.SHOW: _show, Act.DONE: _done}
