"""Forms of the places. They never ask the database: what can be chosen comes from the view."""

from collections.abc import Callable
from datetime import time
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from participate.core.errors import RuleBroken
from participate.core.fields import (
    CarriedField,
    ChoiceField,
    Form,
    LineField,
    TextField,
    TickField,
    WholeNumberField,
)
from participate.places.rules.hubs import Hours, day_of
from participate.places.rules.streets import LONGEST_NAME, MOST_HOMES, check_homes, check_name
from participate.places.words import WEEKDAYS

Choices = list[tuple[str, str]]


class PlaceForm(Form):
    """Where are you? One field."""

    postcode = LineField(_("Your postcode"), longest=40)
    keep_square = TickField(_("Keep my place in my account, to about 250 metres"))
    then = CarriedField(longest=500)


class ForgetForm(Form):
    """Nothing but a button."""


class HubForm(Form):
    """The page of a hub. `hours` holds the days after validation."""

    name = LineField(_("Name"), longest=80, missing=_("Write the name on the door."))
    about = TextField(_("What is it like?"), longest=400)
    address = LineField(_("Address, with its postcode"), longest=200, missing=_("Write where it is."))
    ward = ChoiceField(_("Ward"))
    phone = LineField(_("Phone"), longest=20)
    step_free = TickField(_("Step-free"))
    toilet = TickField(_("Toilet"))
    hours: Hours

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.ward.choices = [("", _("As the postcode says")), *wards]
        self.hours = {}

    def day_fields(self, weekday: int) -> tuple[LineField, LineField]:
        """The two fields of one day: opens, closes."""
        return self[f"opens_{weekday}"], self[f"closes_{weekday}"]

    def validate(self, extra_validators: object = None) -> bool:
        """Also read the hours of each day."""
        good = bool(super().validate(extra_validators))
        read: dict[int, tuple[time, time]] = {}
        for weekday in range(len(WEEKDAYS)):
            opens, closes = self.day_fields(weekday)
            try:
                day = day_of(opens.data or "", closes.data or "")
            except RuleBroken as broken:
                put_error(opens, broken)
                good = False
            else:
                read |= {weekday: day} if day else {}
        self.hours = read
        return good


def _add_days() -> None:
    for weekday, name in enumerate(WEEKDAYS):
        opens, closes = _("%(day)s, opens", day=_(name)), _("%(day)s, closes", day=_(name))
        setattr(HubForm, f"opens_{weekday}", LineField(opens, longest=12))
        setattr(HubForm, f"closes_{weekday}", LineField(closes, longest=12))


_add_days()


class StreetForm(Form):
    """A street: a name and how many homes."""

    name = LineField(_("Name of the street"), longest=LONGEST_NAME, missing=_("Write the name of the street."))
    homes = WholeNumberField(
        _("About how many homes?"),
        least=1,
        most=MOST_HOMES,
        missing=_("Write about how many homes there are. At least five."),
    )

    def validate_name(self, field: LineField) -> None:
        _obey(check_name, field.data)

    def validate_homes(self, field: WholeNumberField) -> None:
        _obey(check_homes, field.data)


def _obey(check: Callable[[Any], None], data: object) -> None:
    """Let a rule speak beside its field. What could not be read at all (None) has its error already."""
    try:
        if data is not None:
            check(data)
    except RuleBroken as broken:
        raise ValidationError(_(broken.message, **broken.facts)) from broken


def put_error(field: LineField, broken: RuleBroken) -> None:
    """Show a broken rule beside a field."""
    field.errors = [*field.errors, _(broken.message, **broken.facts)]
