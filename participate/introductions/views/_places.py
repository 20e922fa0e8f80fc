"""Where two could meet first: a hub, or a session that goes with what they share."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from participate.core import clock
from participate.core.i18n import date_line, hour_line
from participate.introductions.forms import Choices
from participate.introductions.rules import read_meeting
from participate.places import here
from participate.places import queries as places
from participate.sessions import queries as sessions

MOST_SESSIONS = 2


def choices(session_ids: Sequence[int] = ()) -> Choices:
    """The hub nearest to the reader, and of these sessions those to come."""
    place = here.find()
    hub = places.nearest_hub(place.ward_id, place.square) or next(iter(places.list_hubs()), None)
    found = [(f"hub:{hub.id}", hub.name)] if hub is not None else []
    cards = sessions.cards_of(session_ids)
    coming = [cards[each] for each in session_ids if each in cards and _is_coming(cards[each])]
    return found + [(f"session:{each.id}", _session_line(each)) for each in coming[:MOST_SESSIONS]]


def meeting_of(meet_at: str) -> tuple[str, str] | None:
    """(words, address) of where they are to meet first; None where nothing was said or it is over by now."""
    kind, number = read_meeting(meet_at) or ("", 0)
    if kind == "hub":
        hub = places.find_hub(number)
        return (hub.name, url_for("places.hub", hub_id=hub.id)) if hub is not None else None
    card = sessions.cards_of([number]).get(number) if kind == "session" else None
    if card is None or not _is_coming(card):
        return None
    return _session_line(card), url_for("sessions.session", session_id=card.id)


def _is_coming(card: sessions.SessionCard) -> bool:
    return not card.cancelled and card.ends_at > clock.now()


def _session_line(card: sessions.SessionCard) -> str:
    when = f"{date_line(card.starts_at)}, {hour_line(card.starts_at)}"
    return _("%(session)s, %(when)s", session=card.name, when=when)
