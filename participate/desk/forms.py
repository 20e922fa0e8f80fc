"""Forms of the desk."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms.validators import StopValidation

from participate.core import clock
from participate.core.days import NotADay, day_of
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField
from participate.desk.words import NoteKind


def _is_day(_form: Form, field: Any) -> None:
    try:
        day_of(field.data or "")
    except NotADay as broken:
        raise StopValidation(_(broken.message)) from None


class DayField(LineField):
    """A day as a browser sends it or as somebody writes it; `day` is it."""

    def __init__(self, label: str, missing: str, **more: Any) -> None:
        super().__init__(label, longest=20, missing=missing, validators=[_is_day], **more)

    @property
    def day(self) -> date:
        return day_of(self.data or "")


class NoteForm(Form):
    """A line for colleagues."""

    kind = RadioChoiceField(_("What is it?"), missing=_("Say what it is."))
    day = DayField(_("For which day?"), _("Write a day, like 5/7/2026."))
    words = LineField(_("What should they know?"), longest=600, missing=_("Write a few words."))

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.kind.choices = [(kind.value, _(kind.label)) for kind in NoteKind]
        if not self.is_submitted():
            self.kind.data = self.kind.data or NoteKind.HAND_OVER.value
            self.day.data = self.day.data or clock.today().isoformat()


class AwayForm(Form):
    """Who is away, from when to when, and who covers."""

    person = ChoiceField(_("Who is away?"), missing=_("Choose who is away."))
    cover = ChoiceField(_("Who covers?"))
    first = DayField(_("First day away"), _("Write the first day, like 5/7/2026."))
    last = DayField(_("Last day away"), _("Write the last day, like 9/7/2026."))

    def __init__(self, colleagues: list[tuple[int, str]], reader_id: int) -> None:
        super().__init__()
        people = [(str(number), name) for number, name in colleagues]
        self.person.choices = people
        self.cover.choices = [("", _("Nobody in particular")), *people]
        if not self.is_submitted():
            self.person.data = str(reader_id)
            self.first.data = self.last.data = clock.today().isoformat()

    @property
    def cover_id(self) -> int | None:
        return int(self.cover.data) if self.cover.data else None


class SearchForm(Form):
    """One field over everything. It is posted, so that no name stands in an address."""

    words = LineField(_("What are you looking for?"), longest=80, missing=_("Write a name or a word."))
