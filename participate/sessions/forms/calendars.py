"""Which calendar somebody wants."""

from flask_babel import lazy_gettext as _

from participate.core.fields import ChoiceField, Form
from participate.organisations.forms import Choices
from participate.sessions.words import FeedKind


class CalendarForm(Form):
    """What the calendar is of, as "kind" or "kind:id"."""

    of = ChoiceField(_("A calendar of"), missing=_("Choose what the calendar is of."))

    def __init__(self, choices: Choices, **more: object) -> None:
        super().__init__(**more)
        self.of.choices = [("", _("Choose…")), *choices]

    @property
    def subject(self) -> tuple[FeedKind, int]:
        """The kind and the id of what was chosen; 0 for her own."""
        kind, _colon, number = str(self.of.data).partition(":")
        return FeedKind(kind), int(number or 0)
