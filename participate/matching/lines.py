"""What pages and commands say about suggestions, in a line."""

from collections.abc import Collection, Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from markupsafe import Markup

from participate.core.i18n import and_list, marked, walk_line
from participate.core.text import shorten
from participate.core.words import mark
from participate.matching.queries import Shown
from participate.matching.ranking.reason import Reason
from participate.matching.words import Access, Because, Facet, Kind, Nearness
from participate.places.words import WEEKDAYS
from participate.profiles.rules import Time
from participate.profiles.words import PartOfDay

MOST_TIMES = 2
BETWEEN, BETWEEN_UNBROKEN = " · ", "\u00a0· "  # on a page no line begins with the dot
_ABOUT_PEOPLE = {
    (Facet.LIKES, Facet.LIKES): mark("You both like %(words)s"),
    (Facet.LIKES, Facet.CAN_SHOW): mark("You like %(words)s, and %(name)s can show it"),
    (Facet.LIKES, Facet.WANTS_TO_LEARN): mark("You like %(words)s, and %(name)s would like to learn it"),
    (Facet.WANTS_TO_LEARN, Facet.LIKES): mark("You would like to learn %(words)s, and %(name)s likes it"),
    (Facet.WANTS_TO_LEARN, Facet.CAN_SHOW): mark("You would like to learn %(words)s, and %(name)s can show it"),
    (Facet.WANTS_TO_LEARN, Facet.WANTS_TO_LEARN): mark("You would both like to learn %(words)s"),
    (Facet.CAN_SHOW, Facet.LIKES): mark("You can show %(words)s, and %(name)s likes it"),
    (Facet.CAN_SHOW, Facet.CAN_SHOW): mark("You can both show %(words)s"),
    (Facet.CAN_SHOW, Facet.WANTS_TO_LEARN): mark("You can show %(words)s, and %(name)s would like to learn it"),
}
_ABOUT_A_PERSON = {
    Facet.LIKES: mark("You said %(words)s, and %(name)s likes it"),
    Facet.CAN_SHOW: mark("You said %(words)s, and %(name)s can show it"),
    Facet.WANTS_TO_LEARN: mark("You said %(words)s, and %(name)s would like to learn it"),
}
_ABOUT_A_THING = {
    Facet.ABOUT: mark("You said %(words)s, and this is about it"),
    Facet.NEEDS_PERSON: mark("You said %(words)s, and they are looking for somebody"),
    Facet.NEEDS_SPACE: mark("You said %(words)s, and they are looking for a space"),
    Facet.NEEDS_MATERIAL: mark("You said %(words)s, and they are looking for it"),
    Facet.SPACE: mark("You said %(words)s, and this space goes with it"),
    Facet.OFFERED: mark("You said %(words)s, and this goes with it"),
    Facet.WANTED: mark("You said %(words)s, and somebody is looking for it"),
}
_IN_COMPANY = mark("People who came to %(name)s also came to this")
_IN_GOOD_COMPANY = mark("People who came to what you came to also came to this")
_BY_HAND = mark("%(name)s at the hub thinks of you for this")
_BY_THE_HUB = mark("The hub thinks of you for this")
_NEAR = {
    Nearness.SAME_WARD: mark("in your ward"),
    Nearness.NEXT_WARD: mark("in the ward beside yours"),
    Nearness.FARTHER: mark("further away in the borough"),
    Nearness.ELSEWHERE: mark("done elsewhere"),
}
_HAS = {Access.STEP_FREE: mark("step-free"), Access.TOILET: mark("with a toilet"), Access.QUIET: mark("quiet")}
_ANSWERED = {
    None: mark("You will see more like %(name)s."),
    Because.TOO_FAR: mark("We took out %(name)s. Things as far away come further down now."),
    Because.WRONG_TIME: mark("We took out %(name)s. Things at such times come further down now."),
    Because.NOT_MY_THING: mark("We took out %(name)s. Things like it come further down now."),
    Because.KNOWN: mark("We took out %(name)s, as you know it already."),
}
_ANSWERED_KNOWN_PERSON = mark("We took out %(name)s, as you know each other already.")
_KNOWN_THING = mark("I know it already")
LONGEST_NAME = 80  # letters of an idea that names it
_TIMES = (mark("%(day)s mornings"), mark("%(day)s afternoons"), mark("%(day)s evenings"))


def reason_words(kind: Kind, reason: Reason, name: str = "") -> str:
    """Why something is suggested, plainly: “You both like baking · about 10 minutes’ walk · Thursday evenings”.

    `name` is a person's first name, or the name of the thing that leads in company.
    """
    sentence = _ABOUT_A_THING.get(reason.found)
    if reason.by_hand is not None:
        sentence, name = (_BY_HAND if reason.by_hand else _BY_THE_HUB), reason.by_hand
    elif reason.company:
        sentence = _IN_COMPANY if name else _IN_GOOD_COMPANY
    elif kind is Kind.PERSON:
        sentence = _ABOUT_PEOPLE.get((reason.asked, reason.found)) or _ABOUT_A_PERSON.get(reason.found)
    told = _(sentence or _ABOUT_A_THING[Facet.ABOUT], words=and_list(list(reason.words)), name=name)
    return BETWEEN.join(part for part in (told, _near(reason), _when(kind, reason.times), *_has(reason)) if part)


def reason_line(shown: Shown) -> Markup:
    """The same for a card, with the words that she typed marked."""
    name = shown.card.name if shown.kind is Kind.PERSON else shown.company  # type: ignore[union-attr]
    words = reason_words(shown.kind, shown.reason, name).replace(BETWEEN, BETWEEN_UNBROKEN)
    return marked(words, list(shown.reason.words))


def _near(reason: Reason) -> str:
    if reason.nearness is Nearness.WALK:
        return walk_line(reason.minutes)
    return _(_NEAR[reason.nearness]) if reason.nearness in _NEAR else ""


def _has(reason: Reason) -> list[str]:
    """What she asked of the place."""
    return [_(words) for access, words in _HAS.items() if reason.access & access.bit]


def _when(kind: Kind, times: Sequence[tuple[int, int]]) -> str:
    """The times of the week at which both are free."""
    if not times:
        return ""
    if kind is Kind.SESSION:
        return _("you are free then")
    return and_list([_(_TIMES[part], day=_(WEEKDAYS[day])) for day, part in times[:MOST_TIMES]])


def because_words(because: Because, kind: Kind) -> str:
    """Why something is not for her, in the words of the button."""
    return _(_KNOWN_THING if because is Because.KNOWN and kind is not Kind.PERSON else because.label)


def reasons_for(kind: Kind) -> list[tuple[str, str]]:
    """The buttons of “Not for me”, each with its value and its words."""
    return [(each.value, because_words(each, kind)) for each in Because]


def answered_line(because: Because | None, kind: Kind, name: str) -> str:
    """What her answer did."""
    message = _ANSWERED[because]
    if because is Because.KNOWN and kind is Kind.PERSON:
        message = _ANSWERED_KNOWN_PERSON
    return _(message, name=shorten(name, LONGEST_NAME))


def times_line(times: Collection[Time]) -> str:
    """Parts of the week in words: “Monday evenings and Saturday mornings”."""
    parts = list(PartOfDay)
    return and_list(
        [
            _(_TIMES[parts.index(part)], day=_(WEEKDAYS[day]))
            for day, part in sorted(times, key=lambda at: (at[0], parts.index(at[1])))
        ]
    )


def suggestion_url(shown: Shown) -> str:
    """Where a suggestion leads. A person has no page: one asks whether she would like to meet."""
    if shown.kind is Kind.RECIPE:
        return url_for("projects.recipe", slug=shown.card.slug)  # type: ignore[union-attr]
    endpoint, number = _PAGES[shown.kind]
    values: dict[str, Any] = {number: shown.id}
    return url_for(endpoint, **values)


_PAGES = {
    Kind.PERSON: ("introductions.new", "person_id"),
    Kind.SESSION: ("sessions.session", "session_id"),
    Kind.PROJECT: ("projects.show", "project_id"),
    Kind.SPACE: ("spaces.space", "space_id"),
    Kind.MATERIAL: ("materials.material", "material_id"),
    Kind.IDEA: ("projects.idea", "idea_id"),
}
