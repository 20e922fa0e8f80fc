"""The form of a project's page, with what only a project that is under way has."""

from flask_babel import lazy_gettext as _

from participate.core.fields import LineField, TextField, TickField
from participate.organisations.forms import beside, open_words
from participate.projects.forms.projects import ProjectForm
from participate.projects.rules.parts import part_of_typed

_part = beside(lambda _form, typed: part_of_typed(typed))


class EditForm(ProjectForm):
    """A project's page, who does what, and what it sells, if it tests something to sell."""

    our_part = TextField(_("Our part"), longest=700, validators=[open_words, _part])
    council_part = TextField(_("The council’s part"), longest=700, validators=[open_words, _part])
    selling = TickField(_("We are testing something to sell"))
    product = LineField(_("What is it?"), longest=200, validators=[open_words])
    test_days = LineField(_("When and where do you test it?"), longest=200, validators=[open_words])
    test_result = TextField(_("What came out?"), longest=400, validators=[open_words])
    asks_next = LineField(_("What do you ask for next?"), longest=280, validators=[open_words])
    backed_by = LineField(_("Who backed you?"), longest=280, validators=[open_words])
