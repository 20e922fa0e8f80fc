"""The one box."""

from flask_babel import lazy_gettext as _

from participate.core.fields import ChoiceField, Form, LineField
from participate.home.words import Kind

LONGEST = 280


class BoxForm(Form):
    """One short text. Read from the address of a search, so without a CSRF token."""

    class Meta:
        csrf = False

    say = LineField(
        _("What do you like doing, or what could you share?"),
        longest=LONGEST,
        missing=_("Write a few words first: “baking”, “a drill”, “a kitchen”."),
    )


class KeepForm(Form):
    """The same text, and what kind of thing it is, to be kept."""

    say = LineField(_("Your words"), longest=LONGEST, missing=_("Write a few words first."))
    kind = ChoiceField(
        _("What is it?"),
        missing=_("Choose what it is."),
        choices=[(kind.value, _(kind.label)) for kind in Kind if kind is not Kind.REPORT],
    )
