"""Languages, dates and times as people say them."""

import re
from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from flask import Flask, current_app, request
from flask_babel import Babel, format_date, get_locale, ngettext
from flask_babel import gettext as _
from markupsafe import Markup

from participate.core import clock

babel = Babel()
# The pages speak English until a catalogue for another language is complete (`participate/translations`).
LANGUAGES = {"en": "English"}
RIGHT_TO_LEFT = ("ar", "fa", "ur", "he")


def choose_locale() -> str:
    """The reader's language: the first that her browser asks for and that we speak, else English."""
    offered = list(current_app.config["LANGUAGES"])
    return (request.accept_languages.best_match(offered) if request else None) or "en"


def language() -> str:
    """The language tag of the page."""
    locale = get_locale()
    return str(locale).replace("_", "-") if locale else "en"


def direction() -> str:
    """Which way the page runs: ltr or rtl."""
    return "rtl" if language().split("-")[0] in RIGHT_TO_LEFT else "ltr"


def language_name(code: str) -> str:
    """A language's own name, as its speakers write it: "română". The code itself when nobody knows it."""
    try:
        return Locale.parse(code).get_display_name(code) or code
    except (UnknownLocaleError, ValueError):
        return code


def _london(moment: datetime | date) -> datetime | date:
    return clock.local(moment) if isinstance(moment, datetime) else moment


def date_line(moment: datetime | date) -> str:
    """ "Saturday 5 July", with the year when it is not this one."""
    day = _london(moment)
    pattern = "EEEE d MMMM" if day.year == clock.today().year else "EEEE d MMMM yyyy"
    return format_date(day.date() if isinstance(day, datetime) else day, pattern)


def day_name(moment: datetime | date) -> str:
    """ "Today", "Tomorrow", or the date line."""
    day = _london(moment)
    whole = day.date() if isinstance(day, datetime) else day
    gap = (whole - clock.today()).days
    if gap == 0:
        return _("Today, %(date)s", date=date_line(moment))
    return _("Tomorrow, %(date)s", date=date_line(moment)) if gap == 1 else date_line(moment)


def hour_line(moment: datetime) -> str:
    """ "2pm", "10:30am", "noon" is 12pm."""
    at = clock.local(moment)
    half = _("am") if at.hour < 12 else _("pm")
    hour = at.hour % 12 or 12
    return f"{hour}:{at.minute:02d}{half}" if at.minute else f"{hour}{half}"


def time_span(start: datetime, end: datetime) -> str:
    """ "2pm to 4pm"."""
    return _("%(start)s to %(end)s", start=hour_line(start), end=hour_line(end))


def date_time_line(start: datetime, end: datetime) -> str:
    """ "Saturday 5 July, 2pm to 4pm"."""
    return _("%(date)s, %(times)s", date=date_line(start), times=time_span(start, end))


def walk_line(minutes: int | None) -> str:
    """ "about 10 minutes’ walk"; empty when nobody knows."""
    if minutes is None:
        return ""
    return ngettext("about %(num)d minute’s walk", "about %(num)d minutes’ walk", minutes)


def minutes_line(minutes: int) -> str:
    """ "45 minutes", "2 hours", "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [ngettext("%(num)d hour", "%(num)d hours", hours)] if hours else []
    if rest or not hours:
        parts.append(ngettext("%(num)d minute", "%(num)d minutes", rest))
    return " ".join(parts)


def cost_line(pence: int) -> str:
    """ "Free", or pounds and pence."""
    if pence == 0:
        return _("Free")
    return f"£{pence // 100}" if pence % 100 == 0 else f"£{pence / 100:.2f}"


def and_list(items: list[str]) -> str:
    """ "bread", "bread and jam", "bread, jam and tea"."""
    if len(items) < 2:
        return "".join(items)
    return _("%(first)s and %(last)s", first=", ".join(items[:-1]), last=items[-1])


def iso(moment: datetime) -> str:
    """For the datetime attribute of <time>: London time with its offset."""
    return clock.local(moment).isoformat(timespec="minutes")


def marked(sentence: str, words: list[str]) -> Markup:
    """`sentence` escaped, with each of `words` set in <mark>. For reasons."""
    safe = sorted((re.escape(str(Markup.escape(word))) for word in words if word), key=len, reverse=True)
    if not safe:
        return Markup.escape(sentence)
    pattern = re.compile("|".join(safe))
    return Markup(pattern.sub(r"<mark>\g<0></mark>", str(Markup.escape(sentence))))  # noqa: S704 - escaped


def init_app(app: Flask) -> None:
    """Set up Babel and the filters of dates and times."""
    app.config.setdefault("LANGUAGES", LANGUAGES)
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", "translations")
    babel.init_app(app, locale_selector=choose_locale, default_timezone="Europe/London")
    filters = (
        date_line, day_name, hour_line, time_span, date_time_line, walk_line, minutes_line, cost_line, and_list,
        iso, language_name, marked,
    )  # fmt: skip
    for each in filters:
        app.jinja_env.filters[each.__name__] = each
        app.jinja_env.globals[each.__name__] = each
    app.jinja_env.globals.update(page_language=language, page_direction=direction, _=_, ngettext=ngettext)
