"""What a session's page says of the series it belongs to."""

from datetime import date

from flask_babel import format_date
from flask_babel import gettext as _

from participate.core.i18n import date_line
from participate.sessions import queries
from participate.sessions.rules import nth_of, rhythm_of
from participate.sessions.words import Rhythm


def series_words(session: queries.Session) -> str:
    """“Every Tuesday until Tuesday 15 December.”; empty for a session that stands alone, or is the last."""
    end = queries.find_series_end(session)
    if end is None or end.coming < 2 or session.series_day is None:
        return ""
    return rhythm_words(rhythm_of(end.rule), session.series_day, date_line(end.last_at))


def rhythm_words(rhythm: Rhythm, day: date, until: str) -> str:
    """How a series goes on, from one of its days and the words for its last."""
    weekday = format_date(day, "EEEE")
    if rhythm is Rhythm.WEEKLY:
        return _("Every %(weekday)s until %(until)s.", weekday=weekday, until=until)
    if rhythm is Rhythm.FORTNIGHTLY:
        return _("Every second %(weekday)s until %(until)s.", weekday=weekday, until=until)
    which = {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth")}.get(nth_of(day), _("last"))
    return _("The %(which)s %(weekday)s of the month until %(until)s.", which=which, weekday=weekday, until=until)
