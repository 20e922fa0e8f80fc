"""The part of a listing's form that only a gift or a wish fills in."""

from datetime import date

from flask_babel import lazy_gettext as _
from wtforms import Field
from wtforms import Form as AnyForm

from participate.core import clock
from participate.core.days import day_of
from participate.core.errors import RuleBroken
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField
from participate.materials.rules.giving import USUAL_WINDOW
from participate.materials.rules.terms import Terms
from participate.materials.rules.wishes import check_days
from participate.materials.words import Deal
from participate.organisations.forms import Choices, beside

LOT = "lot"


def _look_at_day(_form: AnyForm, typed: str) -> None:
    if typed:
        day_of(typed)


class TermsForm(Form):
    """How long neighbours may ask for a gift and who chooses; for which days a wish is."""

    give_days = ChoiceField(_("How long may neighbours ask?"))
    fair = RadioChoiceField(_("Who gets it, if several ask?"))
    wanted_from = LineField(_("From which day?"), longest=20, validators=[beside(_look_at_day)])
    wanted_until = LineField(_("Until which day?"), longest=20, validators=[beside(_look_at_day)])
    subject = ChoiceField(_("What is it for?"))
    deal: Field
    days: tuple[date, date] | None = None
    days_before: tuple[date, date] | None = None  # of a wish that is changed: these may be over

    def set_terms(self, purposes: Choices, *, new: bool) -> None:
        """The choices; a new gift has the usual time. `purposes`: the projects that a wish may be for."""
        self.subject.choices = [("", _("For myself")), *purposes]
        self.give_days.choices = [
            *([] if new else [("", _("As it is now"))]),
            *(("1", _("One day")), ("3", _("Three days")), ("7", _("A week"))),
        ]
        self.fair.choices = [("choose", _("I choose")), (LOT, _("Lots are drawn"))]
        self.give_days.data = self.give_days.data or (str(USUAL_WINDOW) if new else "")
        self.fair.data = self.fair.data or "choose"

    def validate(self, extra_validators: object = None) -> bool:
        """Also put the days of a wish together."""
        good = super().validate(extra_validators)
        if self.deal.data == Deal.WANT and not self.wanted_from.errors and not self.wanted_until.errors:
            good = self._put_days_together() and good
        return good

    def _put_days_together(self) -> bool:
        first, last = (day_of(field.data) if field.data else None for field in (self.wanted_from, self.wanted_until))
        if first is not None and (first, last or first) == self.days_before:
            self.days = self.days_before
            return True
        try:
            self.days = check_days(first, last, clock.today())
        except RuleBroken as broken:
            self.wanted_from.errors = [*self.wanted_from.errors, _(broken.message, **broken.facts)]
            return False
        return True

    def terms(self) -> Terms:
        """What was filled in."""
        days = int(self.give_days.data) if self.give_days.data else None
        return Terms(days, self.fair.data == LOT, self.days, self.subject.data or "")
