"""Starting a project: from an idea, a project done elsewhere, or from nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.throttle import hit
from participate.core.errors import NotAllowed, NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.text import shorten
from participate.organisations import queries as organisations
from participate.organisations.rules import Spot, choose_spot
from participate.places.rules import PostcodeProblem
from participate.places.service import spot_of
from participate.profiles.words import Theme
from participate.projects import permissions, queries, service
from participate.projects.forms import ProjectForm, StartForm, put_error
from participate.projects.rules.costs import cost_of
from participate.projects.rules.ideas import IdeaIsProject
from participate.projects.views._hands import look_at, organisation_choices, seen_idea, ward_choices
from participate.projects.views._run_by import groups_alike, groups_near
from participate.projects.words import IdeaStatus

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 10
LONGEST_ABOUT, LONGEST_NAME = 600, 80


@dataclass(frozen=True)
class Seed:
    """What a new project grows from: what the form says at first, what is told above it, where the way back leads."""

    title: str
    told: str
    back: str
    filled: Mapping[str, object] = field(default_factory=dict)
    origin: service.Origin | None = None
    owner_id: int | None = None


def register(blueprint: Blueprint) -> None:
    for path, name, view in (
        ("/projects/new", "new", new),
        ("/ideas/<int:idea_id>/start", "start_idea", start_idea),
        ("/projects/<int:project_id>/start", "start_like", start_like),
    ):
        blueprint.add_url_rule(path, name, view, methods=["GET", "POST"])


@open_to(residents)
def new() -> Response:
    """Start a project from nothing."""
    return _begin(Seed(_("Start a project"), _("You can change all of it later."), url_for("projects.index")))


@open_to(residents)
def start_idea(idea_id: int) -> Response:
    """Make an idea a project; its author looks after it."""
    idea = seen_idea(idea_id)
    if idea.status is IdeaStatus.PROJECT:
        raise IdeaIsProject
    if not permissions.may_grow_idea(current_user, idea.author_id, idea.status):
        raise NotAllowed
    told = _("Give it a name, say in two sentences what you do, and write down what you need first.")
    return _begin(
        Seed(
            _("Make it a project"),
            told,
            url_for("projects.idea", idea_id=idea_id),
            {"about": idea.words, "ward": str(idea.ward_id or "")},
            service.Origin(idea=idea),
            idea.author_id,
        )
    )


@open_to(residents)
def start_like(project_id: int) -> Response:
    """Start here what others did: elsewhere, or here before it ended."""
    other = queries.get_project(project_id)
    look_at(other)
    if not other.source and other.stage.alive:
        raise NotFound
    filled = {"name": shorten(other.name, LONGEST_NAME), "theme": other.theme}
    told = _("They did it like this: “%(about)s” Say it in your own words.", about=shorten(other.about, 280))
    back = url_for("projects.show", project_id=project_id)
    origin = service.Origin(recipe_id=other.recipe_id, grown_from_id=other.id)
    return _begin(Seed(_("Start one here"), told, back, filled, origin))


def _begin(seed: Seed) -> Response:
    filled = {"ward": str(current_user.ward_id or "")} | dict(seed.filled)
    form = StartForm(ward_choices(), organisation_choices(), **filled)
    sent = form.validate_on_submit()
    alike = _alike(form, seed) if sent else []
    if sent and not alike:
        try:
            spot = spot_chosen(form)
            hit(f"start:{current_user.id}", MOST_A_DAY, A_DAY)
            owner = accounts.list_persons([seed.owner_id or 0]).get(seed.owner_id or 0)
            owner = owner or accounts.get_person(current_user.id)
            made = service.start_project(current_user.id, owner, facts_of(form), spot, form.needs, seed.origin)
            say(_("It has begun. Neighbours can see it now."))
            return go("projects.show", project_id=made.id)
        except PostcodeProblem as problem:
            put_error(form.postcode, problem)
    kind = Theme(str(filled["theme"])) if "theme" in filled else None
    groups = alike or (groups_near(current_user.ward_id, kind) if request.method == "GET" else [])
    return show(
        "projects/start.html", form=form, seed=seed, groups=groups, asked=bool(alike),
        status=422 if form.errors else 200,
    )  # fmt: skip


def _alike(form: StartForm, seed: Seed) -> list[queries.Group]:
    """The groups that do this already, shown once before somebody starts another; none when she has seen them."""
    if request.form.get("anyway") == "y" or form.organisation.data:
        return []
    recipe_id = seed.origin.recipe_id if seed.origin else None
    return groups_alike(_number(form.ward.data), form.name.data or "", Theme(form.theme.data), recipe_id)


def spot_chosen(form: ProjectForm, before: queries.Project | None = None) -> Spot:
    """Where the project is, as the form says: never somebody's home. Raises PostcodeProblem."""
    if form.postcode.data:
        found = spot_of(form.postcode.data)
        return Spot(found.ward_id, found.square)
    partner = organisations.find_organisation(_number(form.organisation.data))
    return choose_spot(
        _number(form.ward.data),
        before=Spot(before.ward_id, before.square) if before else None,
        owner=Spot(partner.ward_id, partner.square) if partner else None,
    )


def facts_of(form: ProjectForm) -> service.ProjectFacts:
    """What the form says."""
    return service.ProjectFacts(
        name=form.name.data or "", about=form.about.data or "", theme=Theme(form.theme.data),
        minutes=form.minutes.data, cost_pence=cost_of(form.cost.data or ""), bring=form.bring.data or "",
        take_home=form.take_home.data or "", organisation_id=_number(form.organisation.data),
    )  # fmt: skip


def _number(chosen: str | None) -> int | None:
    return int(chosen) if chosen else None
