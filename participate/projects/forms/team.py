"""Forms of the teams."""

from flask_babel import lazy_gettext as _

from participate.core.fields import ChoiceField, Form, TextField, TickField
from participate.organisations.forms import Choices


class HelpForm(Form):
    """I'd like to help. A word to the team is welcome and not needed."""

    words = TextField(_("Anything you would like to say?"), longest=280)


class MyPartForm(Form):
    """For whom I am in the team, and whether my contact goes into the hand-over pack."""

    organisation = ChoiceField(_("For whom are you there?"))
    pack_contact = TickField(_("When this project is handed over, my e-mail or phone number may stand in the pack."))

    def __init__(self, organisations: Choices, **more: object) -> None:
        super().__init__(**more)
        self.organisation.choices = [("", _("For myself, as a neighbour")), *organisations]
