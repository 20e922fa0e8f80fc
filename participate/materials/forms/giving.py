"""Forms of what is given away."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, LineField, WholeNumberField
from participate.materials.rules import MOST
from participate.organisations.forms import open_words


class GiftAskForm(Form):
    """Somebody would like to have it. `units` is asked where there are several."""

    units = WholeNumberField(_("How many would you like?"), least=1, most=MOST)
    words = LineField(_("A line to whoever gives it"), longest=280, validators=[open_words])


class ChooseForm(Form):
    """Who gets it is ticked beside the names; this is what those who get it read."""

    reply = LineField(_("When and where can they collect it?"), longest=280)
