"""What a neighbour says to an idea, and what is answered."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, RadioChoiceField, TextField
from participate.organisations.forms import open_words
from participate.projects.words import ReplyKind

LONGEST_REPLY = 400


class ReplyForm(Form):
    """A reply. `kind` is asked only of a new one."""

    kind = RadioChoiceField(_("What would you like to say?"), missing=_("Choose one."))
    words = TextField(_("In a sentence or two"), longest=LONGEST_REPLY, validators=[open_words])

    def __init__(self, kinds: list[ReplyKind], **more: object) -> None:
        super().__init__(**more)
        self.kind.choices = [(kind.value, _(kind.label)) for kind in kinds]


class ReplyAnswerForm(Form):
    """What the author of the idea, or the hub, says to a neighbour's reply."""

    words = TextField(
        _("Your answer"),
        longest=LONGEST_REPLY,
        missing=_("Write what you think. One sentence is enough."),
        validators=[open_words],
    )
