"""Forms of the stories."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, LineField, TextField
from participate.organisations.forms import open_words
from participate.stories.words import LONGEST_LEARNT, LONGEST_NUMBERS, LONGEST_TITLE, LONGEST_WORDS


class StoryForm(Form):
    """What came of it, as somebody who was there tells it. Everybody can read it."""

    title = LineField(
        _("Give it a title"), longest=LONGEST_TITLE, missing=_("Write a few words for a title."),
        validators=[open_words],
    )  # fmt: skip
    words = TextField(
        _("What happened?"), longest=LONGEST_WORDS, missing=_("Write a sentence or two about what happened."),
        validators=[open_words],
    )  # fmt: skip
    learnt = TextField(_("What did people learn?"), longest=LONGEST_LEARNT, validators=[open_words])
    made = TextField(_("What was made?"), longest=LONGEST_LEARNT, validators=[open_words])
    numbers = LineField(_("Any numbers?"), longest=LONGEST_NUMBERS, validators=[open_words])
