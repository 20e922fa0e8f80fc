"""Forms of the teams."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, TextField


class HelpForm(Form):
    """I'd like to help. A word to the team is welcome and not needed."""

    words = TextField(_("Anything you would like to say?"), longest=280)
