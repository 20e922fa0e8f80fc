"""A team writes its project down as a recipe, for others to start."""

from dataclasses import asdict, dataclass
from uuid import uuid4

from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.profiles.words import Theme
from participate.projects import queries
from participate.projects.models import Project, Recipe
from participate.projects.rules.made_recipes import check_told, match_words_of
from participate.projects.rules.slugs import free_slug


class WrittenAlready(RuleBroken):
    """One recipe a project: somebody else of the team was quicker."""

    message = mark("Somebody of the team has written it down a moment ago. Open it again to change it.")


@dataclass(frozen=True)
class RecipeFacts:
    """What a recipe says, in plain words."""

    name: str
    theme: Theme
    summary: str
    steps: list[str]
    space: str
    materials: str
    skills: str
    people: str
    rhythm: str
    starter_time: str
    joiner_time: str
    take_home: str
    credit: str


def make_recipe(actor_id: int, project: Project, facts: RecipeFacts) -> Recipe:
    """A recipe of a project, live at once. It grows from the recipe that the project was started from.

    Raises TooEarly or WrittenAlready.
    """
    check_told(project.stage, elsewhere=bool(project.source))
    parent = project.recipe
    recipe = Recipe(
        **asdict(facts), slug=free_slug(facts.name, queries.list_slugs()), key=str(uuid4()),
        grown_from_id=parent.id if parent else None, project_id=project.id, ward_id=project.ward_id,
        street_id=project.street_id, flags=_flags(project), made_at=clock.now(),
        match_words=match_words_of(facts.name, parent.match_words if parent else []),
    )  # fmt: skip
    try:
        with db.session.begin_nested():
            db.session.add(recipe)
    except IntegrityError:
        raise WrittenAlready from None
    record(actor_id, "made", "recipe", recipe.id)
    db.session.flush()
    return recipe


def _flags(project: Project) -> str:
    """What to take care of: what the team said is in it, else as its own recipe has it."""
    check = queries.find_check(project.id)
    if check is not None:
        return ", ".join(risk.replace("_", " ") for risk in check.risks)
    return project.recipe.flags if project.recipe else ""


def change_recipe(actor_id: int, recipe: Recipe, facts: RecipeFacts) -> None:
    """Other words for a recipe. Its address stays, so that links and print stay true."""
    for name, value in asdict(facts).items():
        setattr(recipe, name, value)
    inherited = recipe.grown_from.match_words if recipe.grown_from else []
    recipe.match_words = match_words_of(facts.name, inherited)
    record(actor_id, "changed", "recipe", recipe.id)
    db.session.flush()
