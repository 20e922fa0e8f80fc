"""Forms of asking, introducing and writing. They never ask the database: what can be chosen comes from the view."""

from flask_babel import lazy_gettext as _
from wtforms.validators import ValidationError

from participate.accounts.forms import ContactField
from participate.accounts.words import ConsentHow
from participate.core.errors import RuleBroken
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField, TickField
from participate.core.i18n import minutes_line
from participate.core.screening import check_open_words
from participate.introductions.rules import LONGEST_NOTE, MINUTES
from participate.introductions.words import Said

Choices = list[tuple[str, str]]
USUAL = "30"


class _WhatItTakes(Form):
    """How long it takes and where they meet first: in every ask."""

    minutes = RadioChoiceField(_("How long would it take?"), missing=_("Choose how long it would take."))
    meet_at = RadioChoiceField(_("Where could you meet first?"), missing=_("Choose where you could meet first."))

    def __init__(self, places: Choices, **more: object) -> None:
        super().__init__(**more)
        self.minutes.choices = [(str(each), minutes_line(each)) for each in MINUTES]
        self.meet_at.choices = [*places, ("none", _("We find a place together"))]
        if not self.is_submitted():
            self.minutes.data, self.meet_at.data = USUAL, str(self.meet_at.choices[0][0])

    @property
    def long(self) -> int:
        return int(self.minutes.data)

    @property
    def place(self) -> str:
        return "" if self.meet_at.data == "none" else str(self.meet_at.data)


class AskForm(_WhatItTakes):
    """Asking to meet a neighbour."""


class AnswerForm(Form):
    """Yes, or not this time."""

    said = ChoiceField(_("Your answer"), missing=_("Press yes or not this time."))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.said.choices = [(Said.YES.value, _("Yes")), (Said.NO.value, _("Not this time"))]


class ButtonForm(Form):
    """Nothing but a button."""


class NoteForm(Form):
    """A few words to the other."""

    words = TextField(_("Your words"), longest=LONGEST_NOTE, missing=_("Write a few words first."))


class _Shared(_WhatItTakes):
    words = LineField(
        _("What do they share?"), longest=120, missing=_("Write what they both like, in a few words: “bread”.")
    )

    def validate_words(self, field: LineField) -> None:
        try:
            check_open_words(field.data or "", at_home=True)
        except RuleBroken as broken:
            raise ValidationError(_(broken.message, **broken.facts)) from None


class HostForm(_Shared):
    """A host brings together two who came to her session."""

    first = ChoiceField(_("One neighbour"), missing=_("Choose somebody."))
    second = ChoiceField(_("The other neighbour"), missing=_("Choose somebody else."))
    accompany = TickField(_("I come along, and read and write with them"))
    page_order = ("first", "second", "words", "minutes", "meet_at", "accompany")

    def __init__(self, people: Choices, places: Choices, **more: object) -> None:
        super().__init__(places, **more)
        for field in (self.first, self.second):
            field.choices = [("", _("Choose")), *people]

    def validate_second(self, field: ChoiceField) -> None:
        if field.data and field.data == self.first.data:
            raise ValidationError(_("Choose two different people."))


class StaffForm(_WhatItTakes):
    """Staff bring somebody together with one of her suggestions."""

    other = RadioChoiceField(_("With whom?"), missing=_("Choose a neighbour."))
    accompany = TickField(_("I come along, and read and write with them"))
    page_order = ("other", "minutes", "meet_at", "accompany")

    def __init__(self, people: Choices, places: Choices, **more: object) -> None:
        super().__init__(places, **more)
        self.other.choices = people


class PartnerForm(Form):
    """A partner introduces somebody to the host of a session."""

    name = LineField(_("Their first name"), longest=40, missing=_("Write their first name."))
    contact = ContactField(
        _("Their e-mail or mobile number"), longest=254, missing=_("Write one way to reach them: they hear from us.")
    )
    words = LineField(
        _("What do they like doing?"), longest=120, missing=_("Write what they like doing, in a few words.")
    )
    session = ChoiceField(_("Which session, with its host?"), missing=_("Choose a session."))
    how = RadioChoiceField(_("How did they say yes?"), missing=_("Choose how they said yes."))
    consent = TickField(
        _("They said yes: they want to be introduced, and their first name and contact may be kept for it"),
        missing=_("Ask them first. Without their yes we introduce nobody."),
    )
    adult = TickField(_("They are 18 or over"), missing=_("We introduce adults only."))
    page_order = ("name", "contact", "words", "session", "how", "consent", "adult")

    def __init__(self, sessions: Choices, can_text: bool, **more: object) -> None:
        super().__init__(**more)
        self.contact.can_text = can_text
        if not can_text:
            self.contact.label.text = _("Their e-mail")
        self.session.choices = [("", _("Choose")), *sessions]
        self.how.choices = [(each.value, _(each.label)) for each in ConsentHow]

    def validate_words(self, field: LineField) -> None:
        _Shared.validate_words(self, field)
