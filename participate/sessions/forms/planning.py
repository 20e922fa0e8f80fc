"""Forms of the sessions. They never ask the database: what can be chosen comes from the view."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from flask_babel import lazy_gettext as _
from flask_babel import ngettext
from wtforms import Form as AnyForm

from participate.core.errors import RuleBroken
from participate.core.fields import (
    ChoiceField,
    Form,
    LineField,
    RadioChoiceField,
    TextField,
    TickField,
    WholeNumberField,
)
from participate.core.i18n import date_line, language_name, minutes_line
from participate.core.words import mark
from participate.organisations.forms import Choices, beside, open_words
from participate.places.forms import put_error
from participate.places.rules.hubs import hour_of
from participate.profiles.words import LANGUAGES
from participate.sessions.rules import LONGEST_REASON, MOST, day_of, moment_of
from participate.sessions.words import LENGTHS, LONGEST_NAME, Reach, Rhythm
from participate.spaces.rules import NotAPrice, pence_of

SOMEWHERE = "somewhere"
MOST_PEOPLE = 2_000


class CostUnclear(RuleBroken):
    message = mark("Write what it costs in pounds, like 2 or 1.50. Leave it empty when it is free.")


def _check_cost(_form: AnyForm, typed: str) -> None:
    try:
        pence_of(typed)
    except NotAPrice:
        raise CostUnclear from None


class WhenForm(Form):
    """Date, time, length, place: all that a new session needs. `starts_at` and `ends_at` are there once it is valid."""

    day = LineField(
        _("Which day?"), longest=20, missing=_("Choose a day."), validators=[beside(lambda _form, typed: day_of(typed))]
    )
    hour = LineField(
        _("When does it start?"),
        longest=12,
        missing=_("Write when it starts, like 2pm."),
        validators=[beside(lambda _form, typed: hour_of(typed))],
    )
    length = ChoiceField(_("How long?"), missing=_("Choose how long it lasts."))
    place = ChoiceField(_("Where?"), missing=_("Choose a place."))
    place_note = LineField(_("Where exactly do people meet?"), longest=200, validators=[open_words])
    starts_at: datetime
    ends_at: datetime

    def __init__(self, places: Choices, **more: object) -> None:
        super().__init__(**more)
        lengths = [(str(minutes), minutes_line(minutes)) for minutes in self.lengths()]
        self.length.choices = [("", _("Choose…")), *lengths]
        self.place.choices = [("", _("Choose…")), *places, (SOMEWHERE, _("Somewhere else"))]

    def lengths(self) -> list[int]:
        """The lengths to choose from; an unusual one that a session has already stays in the list."""
        kept = self.length.object_data
        more = {int(kept)} if kept and str(kept).isdecimal() else set()
        return sorted({*LENGTHS} | more)

    def validate(self, extra_validators: object = None) -> bool:
        """Also put day, hour and length together."""
        good = bool(super().validate(extra_validators))
        if self.place.data == SOMEWHERE and not self.place_note.data and not self.place_note.errors:
            self.place_note.errors = [*self.place_note.errors, _("Say where people meet, like “the gate of the park”.")]
            good = False
        return self._put_together() and good

    def _put_together(self) -> bool:
        hour = None if self.day.errors or self.hour.errors else hour_of(self.hour.data or "")
        if hour is None or self.length.errors:
            return False
        try:
            self.starts_at = moment_of(day_of(self.day.data or ""), hour)
        except RuleBroken as broken:
            put_error(self.hour, broken)
            return False
        self.ends_at = self.starts_at + timedelta(minutes=int(self.length.data))
        return True


class NewForm(WhenForm):
    """A new session, or a series of them."""

    rhythm = ChoiceField(_("Once, or again and again?"))
    times = WholeNumberField(_("How many times?"), least=2, most=MOST)
    until = LineField(
        _("Or until which day?"), longest=20, validators=[beside(lambda _form, typed: _day_or_none(typed))]
    )

    def __init__(self, places: Choices, **more: object) -> None:
        super().__init__(places, **more)
        self.rhythm.choices = [("", _("Once")), *((each.value, _(each.label)) for each in Rhythm)]

    @property
    def last_day(self) -> date | None:
        """The last day that was asked for."""
        return _day_or_none(self.until.data or "")


def _day_or_none(typed: str) -> date | None:
    return day_of(typed) if typed else None


class ReachForm(Form):
    """A change to a session that may be one of a series."""

    reach = RadioChoiceField(_("For which ones?"), missing=_("Choose which ones it is for."))

    def offer(self, later: Sequence[datetime]) -> None:
        """The choice, when there are later ones in its series; without them the question is not asked."""
        if not later:
            del self.reach
            return
        words = ngettext(
            "This and the later one, %(day)s", "This and the %(num)d later ones, until %(day)s", len(later),
            day=date_line(later[-1]),
        )  # fmt: skip
        self.reach.choices = [(Reach.ONE.value, _("Only this one")), (Reach.LATER.value, words)]

    @property
    def asked_reach(self) -> Reach:
        """Which ones; only this one where nothing was asked."""
        return Reach(self.reach.data) if "reach" in self else Reach.ONE


class SessionForm(WhenForm, ReachForm):
    """Everything that a session's page says."""

    name = LineField(
        _("Name"),
        longest=LONGEST_NAME,
        missing=_("Give it a name, like “Bread for beginners”."),
        validators=[open_words],
    )
    about = TextField(_("What happens?"), longest=1000, validators=[open_words])
    host_id = ChoiceField(_("Who welcomes people?"))
    door = LineField(_("Which door, which bell?"), longest=160, validators=[open_words])
    cost = LineField(_("What does it cost?"), longest=12, validators=[beside(_check_cost)])
    bring = LineField(_("What should people bring?"), longest=200, validators=[open_words])
    take_home = LineField(_("What do people take home?"), longest=200, validators=[open_words])
    capacity = WholeNumberField(_("How many people fit in?"), least=1, most=MOST_PEOPLE)
    places = WholeNumberField(_("How many may sign up?"), least=1, most=MOST_PEOPLE)
    language = ChoiceField(_("In which language?"), missing=_("Choose a language."))
    drop_in = TickField(_("Drop in: no sign-up and no list, people just come"))
    step_free = TickField(_("No steps on the way in"))
    toilet = TickField(_("There is a toilet"))
    children = TickField(_("Children are welcome"))
    quiet = TickField(_("It is quiet"))
    easy = TickField(_("An easy first step: tea, talk, nothing to prepare"))
    women_only = TickField(_("Women only"))
    swap = TickField(_("All ages swap skills"))

    def __init__(self, places: Choices, team: list[tuple[int, str]], **more: object) -> None:
        super().__init__(places, **more)
        self.host_id.choices = [("", _("Nobody in particular")), *((str(each), name) for each, name in team)]
        self.language.choices = [(code, language_name(code)) for code in LANGUAGES]


class CancelForm(ReachForm):
    """Why it does not take place."""

    reason = LineField(
        _("Why?"),
        longest=LONGEST_REASON,
        missing=_("Say why, in a few words. People who wanted to come read it."),
        validators=[open_words],
    )
