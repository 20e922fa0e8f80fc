"""The front page, the one box, and what is mine."""

from typing import Any

from flask import Blueprint, request, session, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show, wants_fragment
from participate.core.i18n import language
from participate.core.screening import Found, look
from participate.home import queries, service
from participate.home.forms import BoxForm, KeepForm
from participate.home.rules import guess
from participate.home.rules.mixed import first_of_each
from participate.home.words import Kind
from participate.introductions import queries as introductions
from participate.matching import queries as matching
from participate.matching.queries.asks import find_waiting_ask
from participate.matching.service.showing import note_box
from participate.materials import queries as materials
from participate.places import here
from participate.places import queries as places
from participate.profiles import queries as profiles
from participate.profiles.vocabulary import load
from participate.profiles.words import Theme
from participate.projects import queries as projects
from participate.spaces import queries as spaces
from participate.stories import queries as stories
from participate.stories.rules import DEFINITION, HOW_WE_CHOOSE

blueprint = Blueprint("home", __name__)
NEEDS, RECIPES, SHOOTS, STORIES, MOST = 3, 3, 3, 3, 20
MOST_COMING = 10
NEEDS_LOOKED_AT = 24  # a project made from a recipe begins with eight or nine
COUNCIL = "https://www.lbbd.gov.uk/"  # the council's own front door: deep links there do not last
ALIKE = ("idea", "recipe")  # groups of what is like her words
NEXT_STEP = {Kind.SPACE: "spaces.new", Kind.MATERIAL: "materials.new", Kind.IDEA: "projects.new_idea"}


@blueprint.get("/")
@open_to(anyone)
def index() -> Response:
    """The one box, this week within a walk, and many ways in."""
    wards = places.list_wards()  # first: her own ward is then at hand
    place = here.find()
    around = queries.wards_around(place, wards)
    near = projects.Near(around, place.square)
    return show(
        "home/index.html",
        week=queries.this_week(place, around),
        today=clock.today(),
        tiles=[(theme.value, _(theme.label), url_for("sessions.programme", theme=theme.value)) for theme in Theme]
        + [("space", _("Spaces"), url_for("spaces.index"))],
        needs=first_of_each(projects.list_needs_open(1, near, size=NEEDS_LOOKED_AT).items, NEEDS),
        hub=queries.nearest_hub(place, around),
        told=stories.list_latest(STORIES),
        **_to_begin(),
    )


def _to_begin() -> dict[str, Any]:
    """What somebody wants to see who is here for the first time. Who signed in knows it."""
    fresh, week = not current_user.is_authenticated, clock.today().isocalendar().week
    return {
        "recipes": projects.list_recipes_to_start(week, RECIPES) if fresh else [],
        "green_shoots": stories.list_green_shoots(SHOOTS) if fresh else [],
        "green_how": HOW_WE_CHOOSE,
        "green_limits": DEFINITION,
    }


@blueprint.get("/find")
@open_to(anyone)
def find() -> Response:
    """What fits her words: as she types the closest few; on the page people, projects, sessions and things.

    Words of despair, or of being hurt, open help first. Nothing of them is kept, and nobody hears of them. Else what
    the page suggests to a member is noted, as on For you; of a visitor nothing is.
    """
    form = BoxForm(formdata=request.args)
    typed, words = "say" in request.args, form.say.data or ""
    worried = Found.WORRY in look(words)
    if not typed or not form.validate():
        facts = {"form": form, "say": words, "typed": typed, "worried": worried}
        return show("home/find.html", "home/_none.html", status=422 if typed and form.errors else 200, **facts)
    made = _found(words)
    if current_user.is_authenticated and not worried and not wants_fragment():
        note_box(current_user.id, _shown(made))
    return show("home/found.html", "home/_typing.html", worried=worried, **made)


def _shown(facts: dict[str, Any]) -> list[str]:
    """What the page shows of what the matcher suggests to her, in its order; ideas and recipes are not for somebody."""
    found, kinds = facts["found"], [(kind, most) for kind, _title, most in facts["groups"] if kind not in ALIKE]
    return [one.group for kind, most in kinds for one in found.of(kind, most)]


def _found(words: str) -> dict[str, Any]:
    """All that goes with `words`, and how the page groups it."""
    meant, place = guess(words), here.find()
    found = matching.suggestions_for_text(words, place, asker_id=current_user.id, most=MOST)
    as_idea = meant.kind in (Kind.IDEA, Kind.REPORT) and not wants_fragment()
    return {
        "say": words,
        "meant": meant,
        "council": COUNCIL,
        "kinds": [kind for kind in Kind if kind is not Kind.REPORT],
        "more_words": load().words_to_add(words, language()),
        "found": found,
        "alike": matching.similar_to_idea(words, place) if as_idea else matching.Found(True),
        "plain": queries.easy_step(place) if not found.count("session") and not wants_fragment() else [],
        "groups": _groups(meant.kind, found.count("person")),
    }


def _groups(meant: Kind, people: int) -> list[tuple[str, str, int]]:
    """What the page shows in which order, how it is called, and how many: a thing or a space that she means first."""
    found = [
        ("idea", _("Somebody had this idea"), 3),
        ("session", _("Come once"), 3),
        ("project", _("Projects that do this"), 4),
        ("person", ngettext("%(num)d neighbour like this", "%(num)d neighbours like this", people), 3),
        ("space", _("Spaces"), 2),
        ("material", _("Things"), 2),
        ("recipe", _("How others did it"), 3),
    ]
    first = meant.value if meant in (Kind.SPACE, Kind.MATERIAL) else ""
    return sorted(found, key=lambda group: group[0] != first)


@blueprint.post("/keep")
@open_to(anyone)
def keep() -> Response:
    """Keep what was said: at once with an account, after joining without one. Nothing typed is lost."""
    form = KeepForm()
    worried = Found.WORRY in look(words := form.say.data or "")
    if not form.validate_on_submit():
        return show("home/find.html", form=form, say=words, typed=True, worried=worried, status=422)
    kind = Kind(form.kind.data)
    if kind is Kind.SPACE and guess(words).wanted:
        say(_("These are the spaces. Open one to ask for it."))
        return go("spaces.index")
    if kind in NEXT_STEP:
        session["draft"] = {"say": words, "kind": kind.value}
        session["then"] = url_for(NEXT_STEP[kind])
        return go(NEXT_STEP[kind]) if current_user.is_authenticated else go("accounts.join")
    if not current_user.is_authenticated:
        session["draft"] = {"say": words, "kind": kind.value}
        session["then"] = url_for("matching.for_you")
        return go("accounts.join")
    service.keep(current_user.id, words, kind)
    say(_("Kept. This is what it brings you."))
    return go("matching.for_you")


@blueprint.get("/mine")
@open_to(residents)
def mine() -> Response:
    """What I am asked, what I am coming to, what I said, what I take part in, what I offer."""
    kept = spaces.list_of_keeper(current_user.id)
    return show(
        "home/mine.html",
        asked=find_waiting_ask(current_user.id),
        meet=introductions.list_waiting_for(current_user.id),
        bookings=len(spaces.list_waiting([each.id for each in kept])),
        coming=queries.list_coming(current_user.id, MOST_COMING),
        postings=profiles.list_postings(current_user.id),
        taking=projects.list_taking(current_user.id),
        requests=projects.list_requests_of(current_user.id),
        spaces=kept,
        materials=materials.list_of_keeper(current_user.id),
    )
