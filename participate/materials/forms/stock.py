"""Forms of a stock: one number each."""

from flask_babel import lazy_gettext as _

from participate.core.fields import Form, WholeNumberField
from participate.materials.rules import MOST

MISSING = _("Write how many, like 1 or 12.")


class TakenForm(Form):
    """How many were taken."""

    taken = WholeNumberField(_("How many were taken?"), least=1, most=MOST, missing=MISSING)


class HereForm(Form):
    """How many are here, counted."""

    here = WholeNumberField(_("How many are here now?"), least=0, most=MOST, missing=MISSING)
