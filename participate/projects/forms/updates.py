"""The form of a short note."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, TextField
from participate.organisations.forms import open_words


class UpdateForm(Form):
    """What is new, in a sentence or two."""

    words = TextField(_("What is new?"), longest=280, missing=_("Write a sentence or two."), validators=[open_words])
