"""Forms of the needs."""

from flask_babel import lazy_gettext as _

from participate.core.errors import RuleBroken
from participate.core.fields import Form, LineField, RadioChoiceField, TickField, WholeNumberField
from participate.organisations.forms import open_words
from participate.projects.forms.beside import LONGEST_TIME, SHORTEST_TIME, put_error
from participate.projects.rules.needs import LONGEST, check_quick
from participate.projects.words import NeedKind


class NeedForm(Form):
    """One thing that a project lacks."""

    kind = RadioChoiceField(_("What do you look for?"), missing=_("Choose what you look for."))
    words = LineField(
        _("In a few words"),
        longest=LONGEST,
        missing=_("Write what you look for, like “Someone who can thread a sewing machine”."),
        validators=[open_words],
    )
    when_words = LineField(_("When, and how often?"), longest=120, validators=[open_words])
    minutes = WholeNumberField(_("How many minutes each time?"), least=SHORTEST_TIME, most=LONGEST_TIME)
    quick = TickField(_("It is a small task: 20 minutes, from your sofa. Whoever does it need not join the team."))

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.kind.choices = [(kind.value, _(kind.label)) for kind in NeedKind]

    def validate(self, extra_validators: object = None) -> bool:
        """A small task is small, and for a person."""
        if not super().validate(extra_validators):
            return False
        try:
            check_quick(NeedKind(self.kind.data), self.minutes.data, quick=bool(self.quick.data))
        except RuleBroken as broken:
            put_error(self.quick, broken)
            return False
        return True


class ThanksForm(Form):
    """It is met: whom to thank."""

    thanks = LineField(_("Whom would you like to thank?"), longest=120, validators=[open_words])
