"""What the programme is narrowed to, as words, links and a question to the tables."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from participate.core import clock
from participate.places import here
from participate.places import queries as places
from participate.profiles.words import Theme
from participate.sessions import queries
from participate.sessions.forms import NarrowForm
from participate.sessions.words import DayPart

NEAR_ME = "near"
TICKS = ("step_free", "children", "drop_in", "free", "school")


@dataclass(frozen=True)
class Narrowed:
    """What an address of the programme asks for: the filters chosen (name → value) and the days."""

    chosen: dict[str, str]
    days: dict[str, str]

    @classmethod
    def of(cls, form: NarrowForm, *, start: date, span: str) -> "Narrowed":
        """As the form has it; what makes no sense is left out."""
        good = [field for field in form if field.data and not field.errors]
        chosen = {field.name: "y" if field.data is True else str(field.data) for field in good}
        days = {"start": start.isoformat()} if start != clock.today() else {}
        return cls(chosen, days | ({"view": span} if span != "week" else {}))

    def values(self) -> dict[str, str]:
        """All of it, as values of an address."""
        return self.chosen | self.days

    def url(self, **changed: str | None) -> str:
        """The programme's address with something else asked for; None asks no more."""
        values = {name: value for name, value in (self.values() | changed).items() if value is not None}
        return url_for("sessions.programme", **values)  # type: ignore[arg-type]

    @property
    def beyond_chips(self) -> bool:
        """Whether something is chosen that no chip shows: then the form stands open."""
        chips = {"ward": NEAR_ME, "part": DayPart.EVENING.value}
        shown = {"theme", "step_free", "children", "school", "drop_in"}
        return any(name not in shown and chips.get(name) != value for name, value in self.chosen.items())

    def bare(self) -> "Narrowed":
        """The same days, not narrowed."""
        return replace(self, chosen={})


def choices_of_wards(wards: Sequence[places.Ward]) -> list[tuple[str, str]]:
    """Near me, where that is known, and every ward."""
    near = [(NEAR_ME, _("Near %(place)s", place=here.find().ward_name))] if here.find().known else []
    return near + [(str(ward.id), ward.name) for ward in wards]


def wanted(form: NarrowForm, wards: Sequence[places.Ward]) -> queries.Wanted:
    """What the address asks for; whatever makes no sense narrows nothing."""
    good = {field.name: field.data for field in form if field.data and not field.errors}
    return queries.Wanted(
        theme=Theme(good["theme"]) if "theme" in good else None,
        ward_ids=tuple(_wards_of(good.get("ward", ""), wards)),
        part=DayPart(good["part"]) if "part" in good else None,
        language=good.get("language", ""),
        **{name: bool(good.get(name)) for name in TICKS},
    )


def _wards_of(chosen: str, wards: Sequence[places.Ward]) -> list[int]:
    own = here.find().ward_id
    if chosen == NEAR_ME and own is not None:
        return places.wards_near(own, wards)
    return [int(chosen)] if chosen.isdecimal() else []


def chips(narrowed: Narrowed) -> list[tuple[str, str, bool]]:
    """The commonest wishes as links, one thing at a time; pressed again, a link widens: (words, address, chosen)."""

    def link(words: str, name: str, value: str = "y") -> tuple[str, str, bool]:
        chosen = narrowed.chosen.get(name) == value
        return words, narrowed.url(**{name: None if chosen else value}), chosen

    place = here.find()
    near = [link(_("Near %(place)s", place=place.ward_name), "ward", NEAR_ME)] if place.known else []
    return [
        (_("Everything"), narrowed.bare().url(), not narrowed.chosen),
        *near,
        link(_("Step-free"), "step_free"),
        link(_("Children welcome"), "children"),
        link(_("In school hours"), "school"),
        link(_("Evenings"), "part", DayPart.EVENING.value),
        link(_("Drop in"), "drop_in"),
        *(link(_(theme.label), "theme", theme.value) for theme in Theme),
    ]
