"""Forms of the spaces."""

from collections.abc import Callable
from typing import TypeVar

from flask_babel import lazy_gettext as _

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.fields import (
    ChoiceField,
    Form,
    LineField,
    RadioChoiceField,
    TextField,
    TickField,
    WholeNumberField,
)
from participate.core.i18n import minutes_line
from participate.organisations.forms import Choices, beside, open_words
from participate.places.forms import put_error
from participate.places.rules.hubs import hour_of
from participate.spaces.rules import (
    LONGEST_NAME,
    LONGEST_REASON,
    MOST_PEOPLE,
    InThePast,
    Slot,
    check_lengths,
    is_at_home,
    pence_of,
    slot_of,
)
from participate.spaces.rules.typed_hours import NoDay
from participate.spaces.rules.wishes import HourMissing, wished_day
from participate.spaces.words import BookingMode, SpaceKind

Read = TypeVar("Read")
ME = "me"
BUFFERS = (0, 15, 30, 45, 60, 90, 120)  # minutes
LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440)  # minutes
AHEAD = {14: _("2 weeks"), 31: _("1 month"), 92: _("3 months"), 183: _("Half a year"), 366: _("A year")}


class WordsForm(Form):
    """What is said of every space. `at_home`: whether it is about somebody's home; then the words hold no address."""

    at_home = False

    kind = RadioChoiceField(_("What kind of space is it?"), missing=_("Choose what kind of space it is."))
    name = LineField(
        _("What do you call it?"),
        longest=LONGEST_NAME,
        missing=_("Give it a short name, like “Kitchen at the church hall”."),
        validators=[open_words],
    )
    has = LineField(_("What is in it?"), longest=400, validators=[open_words])
    capacity = WholeNumberField(
        _("How many people fit in?"),
        least=1,
        most=MOST_PEOPLE,
        missing=_("Write how many people fit in, like 12."),
    )
    step_free = TickField(_("Step-free"))
    toilet = TickField(_("Toilet"))
    quiet = TickField(_("Quiet"))
    children = TickField(_("Children welcome"))
    mode = RadioChoiceField(_("How can neighbours have it?"), default=BookingMode.ASK.value)
    before = ChoiceField(_("Time kept free before"), default="0")
    after = ChoiceField(_("Time kept free after"), default="0")
    least_minutes = ChoiceField(_("At least"), default="30")
    most_minutes = ChoiceField(_("At most"), default="480")
    ahead_days = ChoiceField(_("How far ahead can it be booked?"), default="183")
    about = TextField(_("What is it like?"), longest=1000, validators=[open_words])
    when_free = LineField(_("When is it usually free?"), longest=200, validators=[open_words])
    house_rules = TextField(_("House rules"), longest=400, validators=[open_words])
    access_note = LineField(_("Getting in"), longest=280, validators=[open_words])
    cost = LineField(
        _("What does an hour cost?"), longest=12, validators=[beside(lambda _form, typed: pence_of(typed))]
    )

    def __init__(self, **more: object) -> None:
        super().__init__(**more)
        self.kind.choices = [(kind.value, _(kind.label)) for kind in self.kinds()]
        self.mode.choices = [(mode.value, _(mode.label)) for mode in BookingMode]
        for name, minutes in (
            ("before", BUFFERS),
            ("after", BUFFERS),
            ("least_minutes", LENGTHS),
            ("most_minutes", LENGTHS),
        ):
            known = sorted({*minutes, int(str(more.get(name, minutes[0])))})  # also what it is now
            self[name].choices = [(str(each), minutes_line(each) if each else _("No time")) for each in known]
        days = {int(str(more.get("ahead_days", 183))): _("As now"), **AHEAD}
        self.ahead_days.choices = [(str(each), words) for each, words in sorted(days.items())]

    def kinds(self) -> list[SpaceKind]:
        """What it can be."""
        return list(SpaceKind)

    def validate_most_minutes(self, field: ChoiceField) -> None:
        beside(lambda form, typed: check_lengths(int(form.least_minutes.data or 15), int(typed or 1440)))(self, field)


class SpaceForm(WordsForm):
    """A space as its people describe it. `behalf` is asked only of those who speak for others too."""

    behalf = ChoiceField(_("In whose name?"))
    ward = ChoiceField(_("Which neighbourhood?"), missing=_("Choose the neighbourhood."))
    near_me = TickField(_("It is at my place or close by. Neighbours see about how far they would walk."))
    private = TickField(_("It is in somebody’s home. Then only those who have booked it see the address."))
    address = LineField(_("Address"), longest=200)
    postcode = LineField(_("Postcode"), longest=40)
    page_order = (
        "behalf", "kind", "name", "has", "capacity", "step_free", "toilet", "quiet", "children", "ward", "private",
        "near_me", "address", "postcode", "mode", "before", "after", "least_minutes", "most_minutes", "ahead_days",
        "about", "when_free", "house_rules", "access_note", "cost",
    )  # fmt: skip

    def __init__(self, behalves: Choices, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.behalf.choices = [(ME, _("My own")), *behalves]
        self.ward.choices = [("", _("Choose…")), *wards]

    @property
    def by_person(self) -> bool:
        return (self.behalf.data or ME) == ME

    @property
    def at_home(self) -> bool:  # type: ignore[override]
        """Whether the words are about somebody's home: then they may hold no address."""
        known = self.kind.data in list(SpaceKind)
        return known and is_at_home(SpaceKind(self.kind.data), ticked=bool(self.private.data), by_person=self.by_person)


class PartForm(WordsForm):
    """A part of a site: the site says where it is and in whose name."""

    def __init__(self, at_home: bool, **more: object) -> None:
        self.at_home = at_home
        super().__init__(**more)

    def kinds(self) -> list[SpaceKind]:
        return [kind for kind in SpaceKind if kind is not SpaceKind.SITE]


class RemoveForm(Form):
    """Take it away, and what to say to those who have it booked."""

    reason = LineField(_("What shall we tell those who have it booked?"), longest=LONGEST_REASON)


class NarrowForm(Form):
    """What a list is narrowed to; asked by GET, so without a token."""

    class Meta:
        csrf = False

    ward = ChoiceField(_("Neighbourhood"))
    people = WholeNumberField(_("At least how many people?"), least=1, most=MOST_PEOPLE)
    kit = LineField(_("What must be in it?"), longest=80)
    step_free = TickField(_("Step-free only"))
    day = LineField(_("Free on"), longest=20)
    hour = LineField(_("From"), longest=12)
    length = ChoiceField(_("For how long?"), default="120")
    slot: Slot | None = None

    def __init__(self, wards: Choices, **more: object) -> None:
        super().__init__(**more)
        self.ward.choices = [("", _("Everywhere")), *wards]
        self.length.choices = [(str(each), minutes_line(each)) for each in LENGTHS]

    def validate(self, extra_validators: object = None) -> bool:
        """Also put day, hour and length together; without day and hour no time is asked for."""
        good = bool(super().validate(extra_validators))
        if not (self.day.data or self.hour.data) or self.length.errors:
            return good
        day, hour = self._read(self.day, wished_day, NoDay), self._read(self.hour, hour_of, HourMissing)
        if day is None or hour is None:
            return False
        try:
            slot = slot_of(day, hour, int(self.length.data or 120))
            if slot.starts_at < clock.now():
                raise InThePast
        except RuleBroken as broken:
            put_error(self.hour, broken)
            return False
        self.slot = slot
        return good

    def _read(self, field: LineField, read: Callable[[str], Read], missing: type[RuleBroken]) -> Read | None:
        """What was typed, or None with an error beside the field."""
        try:
            if not field.data:
                raise missing
            return read(field.data) if not field.errors else None
        except RuleBroken as broken:
            put_error(field, broken)
            return None
