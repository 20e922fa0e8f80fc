"""Forms of those who are worried, and of those who answer for a case."""

from flask_babel import lazy_gettext as _

from participate.accounts.forms import ContactField
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField, TickField
from participate.moderation.words import WorryKind, WorryOutcome

LONGEST_WORDS, LONGEST_WHO, LONGEST_CONTACT = 2000, 200, 254
Choices = list[tuple[str, str]]


class WorriedForm(Form):
    """ "I’m worried about someone". `unnamed` only for somebody signed in."""

    page_order = ("kind", "words", "who", "hub", "contact")
    kind = RadioChoiceField(_("What is it about?"), missing=_("Choose what it is about. “Something else” is fine."))
    words = TextField(
        _("What are you worried about?"), longest=LONGEST_WORDS,
        missing=_("Write a sentence or two: what did you see or hear?"),
    )  # fmt: skip
    who = LineField(_("Who is it about? (optional)"), longest=LONGEST_WHO)
    hub = ChoiceField(_("Which hub is nearest? (optional)"))
    contact = LineField(_("How can we come back to you? (optional)"), longest=LONGEST_CONTACT)
    unnamed = TickField(_("Leave my name out"))

    def __init__(self, hubs: Choices, *, known: bool, **more: object) -> None:
        super().__init__(**more)
        self.kind.choices = [(kind.value, _(kind.label)) for kind in WorryKind]
        self.hub.choices = [("", _("I don’t know")), *hubs]
        if not known:
            del self.unnamed

    @property
    def chosen(self) -> WorryKind:
        return WorryKind(self.kind.data)

    @property
    def hub_id(self) -> int | None:
        return int(self.hub.data) if self.hub.data else None


class NoteForm(Form):
    """What was done or heard."""

    words = TextField(_("What did you do or hear?"), longest=LONGEST_WORDS, missing=_("Write a sentence."))


class LinkForm(Form):
    """Whom it is about, where she has an account or was written down."""

    contact = ContactField(
        _("Their e-mail or mobile number"), longest=LONGEST_CONTACT, missing=_("Write an e-mail or a mobile number.")
    )

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.contact.can_text = True


class CloseForm(Form):
    """How it ended."""

    outcome = RadioChoiceField(_("How did it end?"), missing=_("Choose how it ended."))
    ending = TextField(_("Why, in a sentence or two"), longest=LONGEST_WORDS, missing=_("Write why it can be closed."))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.outcome.choices = [(each.value, _(each.label)) for each in WorryOutcome]
