"""The form on which a session takes a space that fits."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, LineField, TickField, WholeNumberField

MOST_PEOPLE = 2_000


class LookForm(Form):
    """What must be there; it is asked by a link. Empty: as the session says."""

    class Meta:
        csrf = False

    people = WholeNumberField(_("For how many people?"), least=1, most=MOST_PEOPLE)
    kit = LineField(_("What must be in it?"), longest=80)
    step_free = TickField(_("No steps on the way in"))


class TakeForm(Form):
    """One press on a space; `all`: for the other days without a place too."""

    all = TickField(_("For the other days without a place too"))
