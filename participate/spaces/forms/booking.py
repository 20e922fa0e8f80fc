"""Forms of the bookings. They never ask the database: what can be chosen comes from the view."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from flask_babel import lazy_gettext as _

from participate.core.errors import RuleBroken
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField, WholeNumberField
from participate.core.i18n import minutes_line
from participate.core.text import clean_line
from participate.organisations.forms import Choices, beside
from participate.places.forms import put_error
from participate.places.rules.hubs import hour_of
from participate.spaces.rules import LONGEST_REASON, MOST_PEOPLE, MOST_TIMES, Slot, days_of, slot_of
from participate.spaces.rules.wishes import wished_day
from participate.spaces.words import Every, Instead

LENGTHS = (15, 30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 420, 480, 600, 720, 960, 1440)
LONGEST_LABEL, LONGEST_NOTE = 120, 400
LONGEST_TYPED = 20  # what is read of a day or an hour typed beside one date
ONE, ALL = "one", "all"


def lengths(least: int, most: int, usual: int | None = None) -> list[int]:
    """The lengths in minutes to choose from in a space; its own limits are among them, and the one that is `usual`."""
    inside = {each for each in LENGTHS if least <= each <= most} | {least, most}
    return sorted(inside | ({usual} if usual else set()))


class SlotForm(Form):
    """A day, an hour and how long. `slot` is there once it is valid."""

    day = LineField(
        _("Which day?"),
        longest=20,
        missing=_("Choose a day."),
        validators=[beside(lambda _form, typed: wished_day(typed))],
    )
    hour = LineField(
        _("From when?"),
        longest=12,
        missing=_("Write when you start, like 2pm."),
        validators=[beside(lambda _form, typed: hour_of(typed))],
    )
    length = ChoiceField(_("How long?"), missing=_("Choose how long."))
    slot: Slot

    def __init__(self, minutes: list[int], **more: object) -> None:
        super().__init__(**more)
        self.length.choices = [("", _("Choose…")), *((str(each), minutes_line(each)) for each in minutes)]

    def validate(self, extra_validators: object = None) -> bool:
        """Also put day, hour and length together."""
        good = bool(super().validate(extra_validators))
        return self._put_together() and good

    def _put_together(self) -> bool:
        if self.day.errors or self.hour.errors or self.length.errors:
            return False
        try:
            self.slot = slot_of(self.first, self.at, self.minutes)
        except RuleBroken as broken:
            put_error(self.hour, broken)
            return False
        return True

    @property
    def first(self) -> date:
        """The day; ask only when it is valid."""
        return wished_day(self.day.data or "")

    @property
    def at(self) -> time:
        """The hour; ask only when it is valid."""
        return hour_of(self.hour.data or "") or time()

    @property
    def minutes(self) -> int:
        """How long; ask only when it is valid."""
        return int(self.length.data)


class BookForm(SlotForm):
    """Everything that a booking needs, or several of them together."""

    every = ChoiceField(_("Once, or again and again?"))
    times = WholeNumberField(_("How many times?"), least=2, most=MOST_TIMES)
    subject = ChoiceField(_("What is it for?"))
    label = LineField(_("In a few words"), longest=LONGEST_LABEL)
    heads = WholeNumberField(
        _("How many people?"), least=1, most=MOST_PEOPLE, missing=_("Write about how many people come, like 8.")
    )
    note = TextField(_("Anything to say to the keeper?"), longest=LONGEST_NOTE)

    def __init__(self, minutes: list[int], projects: Choices, **more: object) -> None:
        super().__init__(minutes, **more)
        self.every.choices = [("", _("Once")), *((each.value, _(each.label)) for each in Every)]
        self.subject.choices = [("", _("Something of my own")), *projects]
        if not projects:
            self.label.label.text = _("What is it for?")

    def validate(self, extra_validators: object = None) -> bool:
        """Also: several times have a number, and what is for no project has a few words."""
        good = super().validate(extra_validators)
        if self.every.data and self.times.data is None and not self.times.errors:
            self.times.errors = [_("Write how many times, like 10.")]
            good = False
        if not self.subject.data and not self.label.data and not self.label.errors:
            self.label.errors = [_("Say in a few words what it is for, like “Baking with my neighbours”.")]
            good = False
        return good

    @property
    def days(self) -> list[date]:
        """Every day that is asked for; ask only when the form is valid."""
        if not self.every.data:
            return [self.first]
        return days_of(self.first, Every(self.every.data).weeks, self.times.data or 1)

    def words(self) -> str:
        """What it is for: her own words, or the name of the project."""
        names = {str(value): str(name) for value, name, *_more in self.subject.choices}
        return self.label.data or names.get(self.subject.data or "", "")


class MoveForm(SlotForm):
    """Another day, hour or length for a booking."""


class ReachForm(Form):
    """An answer to one booking, or to all that were asked for together."""

    reach = RadioChoiceField(_("For which ones?"), missing=_("Choose which ones it is for."))

    def offer(self, one: str, every: str) -> None:
        """The words of the choice; without `every` there is only this one, and the question is not asked."""
        if every:
            self.reach.choices = [(ONE, one), (ALL, every)]
        else:
            del self.reach

    @property
    def for_all(self) -> bool:
        """Whether all are meant."""
        return "reach" in self and self.reach.data == ALL


class AgreeForm(ReachForm):
    """Yes."""


class DeclineForm(ReachForm):
    """Not this time, and why."""

    reason = LineField(
        _("Why not?"), longest=LONGEST_REASON, missing=_("Say why in a few words. The person who asked reads it.")
    )


class CancelForm(ReachForm):
    """It is given up, and why."""

    reason = LineField(_("Why?"), longest=LONGEST_REASON)

    def __init__(self, *, must_say: bool, **more: object) -> None:
        super().__init__(**more)
        self.must_say = must_say

    def validate(self, extra_validators: object = None) -> bool:
        """A keeper who takes back her yes says why."""
        good = bool(super().validate(extra_validators))
        if self.must_say and not self.reason.data and not self.reason.errors:
            self.reason.errors = [_("Say why in a few words. The person who asked reads it.")]
            return False
        return good


@dataclass(frozen=True)
class Choice:
    """What somebody says about one date that cannot be, as it was typed."""

    instead: Instead
    day: str = ""
    hour: str = ""
    space_id: int = 0


def choices_in(given: Mapping[str, str], number_of_dates: int) -> dict[int, Choice]:
    """The choices in the fields `instead-3`, `day-3`, `hour-3`, `space-3`, by the number of the date; what makes no
    sense is left out.
    """
    found = {}
    for number in range(number_of_dates):
        said = given.get(f"instead-{number}", "")
        if said in list(Instead):
            found[number] = Choice(
                Instead(said),
                clean_line(given.get(f"day-{number}", "")[:LONGEST_TYPED]),
                clean_line(given.get(f"hour-{number}", "")[:LONGEST_TYPED]),
                number_in(given.get(f"space-{number}", "")),
            )
    return found


def number_in(typed: str) -> int:
    """The number of a thing as a form sends it; 0 for anything else."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0
