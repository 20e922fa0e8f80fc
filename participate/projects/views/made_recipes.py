"""A team writes its project down as a recipe, and changes it later."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import and_list, minutes_line
from participate.core.text import shorten
from participate.profiles.words import Theme
from participate.projects import permissions, queries, service
from participate.projects.forms import RecipeForm, put_error
from participate.projects.rules.made_recipes import may_be_told, steps_of
from participate.projects.views._hands import look_at
from participate.projects.words import NeedKind

A_DAY = 24 * 3600  # seconds
MOST_A_DAY = 20
MOST_THANKED = 6
_WORDS = (
    "name", "summary", "space", "materials", "skills", "people", "rhythm", "starter_time", "joiner_time", "take_home",
    "credit",
)  # fmt: skip


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/projects/<int:project_id>/recipe", "write_recipe", write_recipe, methods=["GET", "POST"])


@open_to(residents)
def write_recipe(project_id: int) -> Response:
    """Write down how we did it, so that others can start it."""
    project = queries.get_project(project_id)
    view = look_at(project)
    written = queries.find_recipe_of(project_id)
    early = written is None and not may_be_told(project.stage, elsewhere=bool(project.source))
    if early or not permissions.may_write_recipe(current_user, view.part, elsewhere=bool(project.source)):
        raise NotAllowed
    form = RecipeForm(**(_as_written(written) if written else _as_lived(project)))
    if form.validate_on_submit():
        try:
            hit(f"recipe:{current_user.id}", MOST_A_DAY, A_DAY)
            return _keep(project, written, form)
        except RuleBroken as broken:
            put_error(form.name, broken)
    facts = {"form": form, "project": project, "recipe": written}
    return show("projects/recipe_form.html", **facts, status=422 if form.errors else 200)


def _keep(project: queries.Project, written: queries.Recipe | None, form: RecipeForm) -> Response:
    words = {name: form[name].data or "" for name in _WORDS}
    facts = service.RecipeFacts(theme=Theme(form.theme.data), steps=steps_of(form.steps.data or ""), **words)
    if written is None:
        written = service.make_recipe(current_user.id, project, facts)
        say(_("Thank you. Everybody can start it from here now."))
    else:
        service.change_recipe(current_user.id, written, facts)
        say(_("Saved."))
    return go("projects.recipe", slug=written.slug)


def _as_written(recipe: queries.Recipe) -> dict[str, object]:
    return {name: getattr(recipe, name) for name in (*_WORDS, "theme")} | {"steps": "\n".join(recipe.steps)}


def _as_lived(project: queries.Project) -> dict[str, object]:
    """What a first page says: what the project needed, how long it takes, and its recipe where it had one."""
    mother = project.recipe
    needed = {
        kind: ", ".join(need.words for need in project.needs if need.kind is kind and need.hidden_at is None)
        for kind in NeedKind
    }
    time = minutes_line(project.minutes) if project.minutes else ""
    told = {
        "space": needed[NeedKind.SPACE], "materials": needed[NeedKind.MATERIAL], "skills": needed[NeedKind.PERSON],
        "rhythm": time, "joiner_time": time and _("one time, %(time)s", time=time), "take_home": project.take_home,
    }  # fmt: skip
    kept = ("space", "materials", "skills", "people", "rhythm", "starter_time", "joiner_time", "take_home")
    from_mother = {name: getattr(mother, name) for name in kept} if mother else {}
    return {
        **from_mother,
        **{name: shorten(words, 120 if name != "skills" else 280) for name, words in told.items() if words},
        "name": project.name[:80], "summary": shorten(project.about, 400), "theme": project.theme,
        "steps": "\n".join(mother.steps) if mother else "", "credit": _thanks(project),
    }  # fmt: skip


def _thanks(project: queries.Project) -> str:
    """Who did it, and where: the team changes it as it likes."""
    names = [mate.first_name for mate in queries.list_team(project.id)][:MOST_THANKED]
    where = [project.ward.name] if project.ward else []
    return ", ".join([and_list(names), *where]) if names else ""
