"""What pages and commands say about suggestions, in a line."""

from collections.abc import Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from markupsafe import Markup

from participate.core.i18n import and_list, marked, walk_line
from participate.core.words import mark
from participate.matching.queries import Shown
from participate.matching.ranking.reason import Reason
from participate.matching.words import Facet, Kind, Nearness
from participate.places.words import WEEKDAYS

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
_NEAR = {
    Nearness.SAME_WARD: mark("in your ward"),
    Nearness.NEXT_WARD: mark("in the ward beside yours"),
    Nearness.FARTHER: mark("further away in the borough"),
    Nearness.ELSEWHERE: mark("done elsewhere"),
}
_TIMES = (mark("%(day)s mornings"), mark("%(day)s afternoons"), mark("%(day)s evenings"))


def reason_words(kind: Kind, reason: Reason, name: str = "") -> str:
    """Why something is suggested, plainly: “You both like baking · about 10 minutes’ walk · Thursday evenings”.

    `name` is a person's first name.
    """
    sentence = _ABOUT_A_THING.get(reason.found)
    if kind is Kind.PERSON:
        sentence = _ABOUT_PEOPLE.get((reason.asked, reason.found)) or _ABOUT_A_PERSON.get(reason.found)
    told = _(sentence or _ABOUT_A_THING[Facet.ABOUT], words=and_list(list(reason.words)), name=name)
    return BETWEEN.join(part for part in (told, _near(reason), _when(kind, reason.times)) if part)


def reason_line(shown: Shown) -> Markup:
    """The same for a card, with the words that she typed marked."""
    name = shown.card.name if shown.kind is Kind.PERSON else ""  # type: ignore[union-attr]
    words = reason_words(shown.kind, shown.reason, name).replace(BETWEEN, BETWEEN_UNBROKEN)
    return marked(words, list(shown.reason.words))


def _near(reason: Reason) -> str:
    if reason.nearness is Nearness.WALK:
        return walk_line(reason.minutes)
    return _(_NEAR[reason.nearness]) if reason.nearness in _NEAR else ""


def _when(kind: Kind, times: Sequence[tuple[int, int]]) -> str:
    """The times of the week at which both are free."""
    if not times:
        return ""
    if kind is Kind.SESSION:
        return _("you are free then")
    return and_list([_(_TIMES[part], day=_(WEEKDAYS[day])) for day, part in times[:MOST_TIMES]])


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
