"""Forms of the ideas."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, LineField, TextField
from participate.organisations.forms import open_words


class IdeaForm(Form):
    """Wouldn't it be good if …"""

    words = TextField(
        _("Wouldn’t it be good if …"),
        longest=600,
        missing=_("Write your idea in a sentence or two."),
        validators=[open_words],
    )


class AnswerForm(Form):
    """What the hub says to an idea."""

    words = TextField(
        _("Your answer"),
        longest=600,
        missing=_("Write what you think, and what happens next."),
        validators=[open_words],
    )
    next_step = LineField(_("The next step"), longest=280, validators=[open_words])
