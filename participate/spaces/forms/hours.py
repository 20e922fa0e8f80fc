"""Forms of opening hours: the usual week, and days that differ."""

from datetime import date, time

from flask_babel import lazy_gettext as _

from participate.core import days
from participate.core.errors import RuleBroken
from participate.core.fields import Form, LineField, RadioChoiceField
from participate.organisations.forms import open_words
from participate.places.forms import put_error
from participate.places.words import WEEKDAYS
from participate.spaces.rules import Special, Stretch, week_of
from participate.spaces.rules.typed_hours import OneStretch, stretches_of
from participate.spaces.words import DayKind

LONGEST_HOURS = 80


class HoursForm(Form):
    """A line for each weekday. `week` holds the stretches after validation."""

    week: list[Stretch]

    @property
    def lines(self) -> list[LineField]:
        """The seven fields, Monday first."""
        return [self[f"day_{weekday}"] for weekday in range(7)]

    def validate(self, extra_validators: object = None) -> bool:
        """Also read the hours of each day."""
        good = bool(super().validate(extra_validators))
        self.week = []
        for weekday, field in enumerate(self.lines):
            if field.errors:
                continue
            try:
                read = [Stretch(weekday, opens, closes) for opens, closes in stretches_of(field.data or "")]
                week_of([*self.week, *read])  # a night may reach into the next day
                self.week += read
            except RuleBroken as broken:
                put_error(field, broken)
                good = False
        return good


def _add_days() -> None:
    for weekday, name in enumerate(WEEKDAYS):
        setattr(HoursForm, f"day_{weekday}", LineField(_(name), longest=LONGEST_HOURS))


_add_days()


class DaysForm(Form):
    """Days on which a space is closed, keeps other hours, or has its term. `special` is there once it is valid."""

    kind = RadioChoiceField(_("What is different?"), missing=_("Choose what is different."))
    first = LineField(_("First day"), longest=20, missing=_("Choose the first day."))
    last = LineField(_("Last day, if there are several"), longest=20)
    hours = LineField(_("Hours on these days"), longest=LONGEST_HOURS)
    note = LineField(_("Why, in a few words"), longest=120, validators=[open_words])
    special: Special

    def __init__(self, *, at_home: bool, **more: object) -> None:
        self.at_home = at_home
        super().__init__(**more)
        self.kind.choices = [(kind.value, _(kind.label)) for kind in DayKind]

    def validate(self, extra_validators: object = None) -> bool:
        """Also put the days together."""
        good = bool(super().validate(extra_validators))
        first = self._day(self.first) if not self.first.errors else None
        last = self._day(self.last) if self.last.data and not self.last.errors else first
        good = good and not self.first.errors and not self.last.errors
        hours = self._hours() if self.kind.data == DayKind.HOURS else []
        if not good or self.hours.errors or first is None or last is None:
            return False
        opens, closes = hours[0] if hours else (None, None)
        self.special = Special(DayKind(self.kind.data), first, last, opens, closes, self.note.data or "")
        return True

    def _day(self, field: LineField) -> date | None:
        try:
            return days.day_of(field.data or "")
        except RuleBroken as broken:
            put_error(field, broken)
            return None

    def _hours(self) -> list[tuple[time, time]]:
        """The one stretch in which it is open on such a day."""
        try:
            read = stretches_of(self.hours.data or "")
            if len(read) != 1:
                raise OneStretch
            return read
        except RuleBroken as broken:
            put_error(self.hours, broken)
            return []
