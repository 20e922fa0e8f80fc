"""Forms about safety: what is in a project, the host's short list, the hub's answer."""

from collections.abc import Callable, Collection

from flask_babel import lazy_gettext as _
from wtforms import Field

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.fields import CarriedField, Form, LineField, RadioChoiceField, TextField, TickField
from participate.organisations.forms import open_words
from participate.profiles.forms import AnyOfField
from participate.projects.forms.beside import put_error
from participate.projects.rules import safety as rules
from participate.projects.rules.days import date_typed
from participate.projects.words import Allergen, Risk

YES, NOT_YET = "yes", "not_yet"


class RisksForm(Form):
    """What is in it?"""

    risks = AnyOfField(_("Is any of this in it?"), choices=[(risk.value, _(risk.label)) for risk in Risk])
    nothing = TickField(_("None of these. It is like tea, a table or a walk."))

    @property
    def chosen(self) -> list[Risk]:
        return [Risk(value) for value in self.risks.data or []]

    def validate(self, extra_validators: object = None) -> bool:
        """Something is ticked, and not both."""
        good = bool(super().validate(extra_validators))
        if bool(self.chosen) == bool(self.nothing.data):
            both = _("Is it one of these, or none of them?")
            self.risks.errors = [both if self.chosen else _("Tick what is in it, or “None of these”.")]
            return False
        return good


class _AllergensAsked(Form):
    """What is in the food."""

    allergens = AnyOfField(_("What is in the food?"), choices=[(each.value, _(each.label)) for each in Allergen])
    no_allergen = TickField(_("None of these"))

    @property
    def chosen(self) -> tuple[Allergen, ...]:
        return tuple(Allergen(value) for value in self.allergens.data or [])

    def _food(self) -> None:
        rules.check_allergens(self.chosen, none=bool(self.no_allergen.data))

    def _holds(self, field: Field, check: Callable[[], None]) -> bool:
        try:
            check()
        except RuleBroken as broken:
            put_error(field, broken)
            return False
        return True


class AllergensForm(_AllergensAsked):
    """Another dish, other allergens."""

    def validate(self, extra_validators: object = None) -> bool:
        return bool(super().validate(extra_validators)) and self._holds(self.allergens, self._food)


class ListForm(_AllergensAsked):
    """The short list; with food, what is in it; with a road closure, its day. What is not asked is not there."""

    lines = AnyOfField(_("We have thought of this"), choices=[(key, _(words)) for key, words in rules.ALL_LINES])
    road_day = LineField(_("On which day is the road closed?"), longest=20)
    page_order = ("lines", "road_day", "allergens", "no_allergen")

    def __init__(self, risks: Collection[Risk], **more: object) -> None:
        super().__init__(**more)
        self.asked = frozenset(risks)
        self.lines.choices = [(key, _(words)) for key, words in rules.checklist(risks)]

    def validate(self, extra_validators: object = None) -> bool:
        """All that is asked is answered."""
        checks: list[tuple[Field, Callable[[], None]]] = [
            (self.lines, lambda: rules.check_list(self.asked, self.lines.data or []))
        ]
        if Risk.ROAD in self.asked:
            checks.append((self.road_day, self._road))
        if Risk.FOOD in self.asked:
            checks.append((self.allergens, self._food))
        good = bool(super().validate(extra_validators))
        return all([self._holds(field, check) for field, check in checks]) and good

    def _road(self) -> None:
        rules.check_road_day(date_typed(self.road_day.data or ""), clock.today())


class DecideForm(Form):
    """The hub's answer. `seen` says which state of the list was read."""

    answer = RadioChoiceField(_("What do you say?"), missing=_("Choose yes or not yet."))
    words = TextField(_("A word to the team"), longest=400, validators=[open_words])
    seen = CarriedField(longest=40)

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.answer.choices = [(YES, _("Yes, people may come")), (NOT_YET, _("Not yet"))]

    def validate(self, extra_validators: object = None) -> bool:
        """A "not yet" has a reason."""
        good = bool(super().validate(extra_validators))
        if self.answer.data == NOT_YET and not self.words.data:
            self.words.errors = [*self.words.errors, _("Say what they should change. They read it.")]
            return False
        return good
