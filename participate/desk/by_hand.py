"""Forms with which staff tell the matcher something by hand: each holds until a last day."""

from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _

from participate.core import clock
from participate.core.fields import Form, LineField, RadioChoiceField
from participate.desk.forms import DayField
from participate.matching.holding import USUAL, YEAR
from participate.matching.words import Placed

Choices = list[tuple[str, str]]


class FindThingForm(Form):
    """A word or a name of a thing."""

    words = LineField(_("What is it called, or what is it about?"), longest=120, missing=_("Write a word or a name."))


class _HoldsForm(Form):
    """Until when it holds: at first so long as is usual."""

    last = DayField(_("Until when?"), _("Write the last day, like 5/7/2026."))
    usual: timedelta = USUAL

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        if self.last.data is None:
            self.last.data = (clock.today() + self.usual).isoformat()


class _ThingForm(_HoldsForm):
    """One of the things that were found by `words`."""

    words = LineField(_("What is it called, or what is it about?"), longest=120)
    thing = RadioChoiceField(_("Which one?"), missing=_("Choose one."))

    def __init__(self, things: Choices, **more: Any) -> None:
        super().__init__(**more)
        self.thing.choices = things


class PlaceForm(_ThingForm):
    """A thing stands first, or is left out, and why: a line for colleagues."""

    placed = RadioChoiceField(_("In the suggestions to our neighbours"), missing=_("Choose what happens to it."))
    why = LineField(_("Why? A line for colleagues"), longest=280)
    page_order: tuple[str, ...] = ("thing", "placed", "why", "last")

    def __init__(self, things: Choices, **more: Any) -> None:
        super().__init__(things, **more)
        self.placed.choices = [(each.value, _(each.label)) for each in Placed]
        if self.placed.data is None:
            self.placed.data = Placed.FIRST.value


class ThinkForm(_ThingForm):
    """A thing that staff think of for somebody."""


class SameWordsForm(_HoldsForm):
    """Words that mean the same to the neighbours of a hub."""

    words = LineField(
        _("Words that mean the same"), longest=300, missing=_("Write two or more words, with commas between them.")
    )
    usual = YEAR
    page_order: tuple[str, ...] = ("words", "last")
