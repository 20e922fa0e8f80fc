"""Calendar files: one session, a series, a project; and the feeds behind secret addresses."""

from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, make_response, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response as Answer

from participate.accounts.out_of_sight import look_as
from participate.core.config import Settings
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to
from participate.core.i18n import cost_line
from participate.sessions import queries
from participate.sessions.permissions import may_see
from participate.sessions.rules import Entry, calendar_of
from participate.sessions.words import FeedKind, SessionStatus


def register(blueprint: Blueprint) -> None:
    for path, name, view in (
        ("/sessions/<int:session_id>.ics", "calendar", calendar),
        ("/series/<int:series_id>.ics", "series_calendar", series_calendar),
        ("/projects/<int:project_id>/sessions.ics", "project_calendar", project_calendar),
        ("/calendar/<token>.ics", "feed", feed),
    ):
        blueprint.add_url_rule(path, name, view)


@open_to(anyone)
def calendar(session_id: int) -> Answer:
    """One session for a calendar; a cancelled one says so."""
    found = queries.get_session(session_id)
    if not may_see(current_user, found.project_id, hidden=queries.is_hidden(found)):
        raise NotFound
    # Only here, where nothing comes or goes, does the time of the last change tell whether the file is the same.
    response = _file([found], found.name, f"session-{session_id}")
    response.last_modified = found.changed_at
    return response.make_conditional(request)


@open_to(anyone)
def series_calendar(series_id: int) -> Answer:
    """Every session of a series."""
    found = queries.list_of_series(series_id)
    if not found:
        raise NotFound
    return _file(found, found[0].project.name, f"series-{series_id}").make_conditional(request)


@open_to(anyone)
def project_calendar(project_id: int) -> Answer:
    """Every session of a project."""
    project = queries.get_project(project_id)
    if not may_see(current_user, project_id, hidden=project.hidden_at is not None):
        raise NotFound
    response = _file(queries.list_of_project(project_id), project.name, f"project-{project_id}")
    return response.make_conditional(request)


@open_to(anyone)
def feed(token: str) -> Answer:
    """What a calendar program reads again and again. A wrong or an old address is no page."""
    found = queries.find_feed(token)
    if found is None:
        raise NotFound
    look_as(found.person_id)
    sessions, unsure = queries.list_of_feed(found)
    response = _file(sessions, name_of(found, queries.names_of_subjects([found])), "participate", unsure)
    response.headers["X-Robots-Tag"] = "noindex"
    return response.make_conditional(request)


def name_of(feed: queries.CalendarFeed, names: dict[tuple[FeedKind, int], str]) -> str:
    """What a calendar is called. Hers has no name of a person: a phone shows it to whoever looks on."""
    if feed.kind is FeedKind.MINE:
        return _("What I said I would come to")
    return names.get((feed.kind, feed.subject_id), _("Participate"))


def _file(sessions: Sequence[queries.Session], name: str, filename: str, unsure: Collection[int] = ()) -> Response:
    entries = [_entry(session, tentative=session.id in unsure) for session in sessions]
    response = make_response(calendar_of(entries, name))
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}.ics"'
    response.add_etag()
    return response


def _entry(session: queries.Session, *, tentative: bool) -> Entry:
    settings: Settings = current_app.extensions["settings"]
    return Entry(
        uid=f"session-{session.id}@{urlsplit(settings.public_url).hostname}",
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        name=session.name,
        about=_about(session),
        where=queries.place_line(session),
        url=settings.public_url + url_for("sessions.session", session_id=session.id),
        changed_at=session.changed_at,
        sequence=session.sequence,
        cancelled=session.status is SessionStatus.CANCELLED,
        tentative=tentative,
    )


def _about(session: queries.Session) -> str:
    """Cost, what to bring and take home; of a cancelled one the reason. Who welcomes you stays on the page."""
    if session.status is SessionStatus.CANCELLED:
        return _("Cancelled. %(reason)s", reason=session.cancelled_because)
    lines = [
        session.project.name,
        cost_line(session.cost_pence),
        _("Bring: %(what)s", what=session.bring) if session.bring else "",
        _("You take home: %(what)s", what=session.take_home) if session.take_home else "",
    ]
    return "\n".join(line for line in lines if line)
