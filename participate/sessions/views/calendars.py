"""A person's calendars: made, renewed, removed."""

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.sessions import queries, service
from participate.sessions.forms import CalendarForm
from participate.sessions.views._secret import kept_secret
from participate.sessions.views.calendar import name_of
from participate.sessions.words import FeedKind


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/mine/calendars", "calendars", calendars, methods=["GET", "POST"])
    for path, name, view in (
        ("/mine/calendars/<int:feed_id>/renew", "renew_calendar", renew_calendar),
        ("/mine/calendars/<int:feed_id>/remove", "remove_calendar", remove_calendar),
    ):
        blueprint.add_url_rule(path, name, view, methods=["POST"])


@open_to(residents)
def calendars() -> Response:
    """Her calendars with their addresses, and a form for another."""
    asked = request.args.get("of", "")
    form = CalendarForm(_choices(asked), of=asked)
    if form.validate_on_submit():
        service.make_feed(current_user.id, *form.subject)
        say(_("Here is the address. Put it into your phone or computer once: it keeps itself up to date."))
        return go("sessions.calendars")
    feeds = queries.list_feeds(current_user.id)
    names = queries.names_of_subjects(feeds)
    lines = [_line(feed, name_of(feed, names)) for feed in feeds]
    status = 422 if form.errors else 200
    return kept_secret(show("sessions/calendars.html", form=form, calendars=lines, status=status))


@open_to(residents)
def renew_calendar(feed_id: int) -> Response:
    """Another address for one of hers."""
    service.renew_feed(current_user.id, _own(feed_id))
    say(_("It has a new address. The old one shows nothing any more."))
    return go("sessions.calendars")


@open_to(residents)
def remove_calendar(feed_id: int) -> Response:
    """One of hers goes."""
    service.remove_feed(current_user.id, _own(feed_id))
    say(_("It is gone. Its address shows nothing any more."))
    return go("sessions.calendars")


def _own(feed_id: int) -> queries.CalendarFeed:
    found = queries.find_own_feed(current_user.id, feed_id)
    if found is None:
        raise NotFound
    return found


def _line(feed: queries.CalendarFeed, name: str) -> dict[str, object]:
    """A calendar with its address, as it is and as phones open it."""
    address = url_for("sessions.feed", token=queries.token_of_feed(feed), _external=True)
    return {"id": feed.id, "name": name, "address": address, "opens": "webcal://" + address.partition("://")[2]}


def _choices(asked: str) -> list[tuple[str, str]]:
    """Hers, then projects, hubs and wards; with the project whose page she comes from."""
    kind, _colon, number = asked.partition(":")
    plain = kind == FeedKind.PROJECT and number.isascii() and number.isdecimal() and len(number) < 10
    subjects = queries.list_subjects(current_user.id, int(number) if plain else 0)
    return [
        (FeedKind.MINE.value, _("What I said I would come to")),
        *((f"{each.value}:{subject_id}", name) for each, subject_id, name in subjects),
    ]
