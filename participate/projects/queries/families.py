"""Reading a recipe's family, and where each of it is done."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, literal, select

from participate.core.db import db
from participate.places.models import Ward
from participate.projects.models import Project, Recipe
from participate.projects.queries.projects import OURS, SHOWN
from participate.projects.rules.family import DEEPEST, MOST_SHOWN, tree_of

MOST_IN_FAMILY = 500


@dataclass(frozen=True)
class Relative:
    """One recipe of a family tree. `place` is its ward or borough, `places` how many projects here follow it.

    `mother` is the name of the one it grew from, where everybody may see that.
    """

    id: int
    slug: str
    name: str
    place: str
    credit: str
    places: int
    depth: int
    mother: str


def family_ids(recipe_id: int) -> dict[int, int | None]:
    """The ids of a recipe's whole family, each with that of the one it grew from. Two statements, bounded."""
    up = select(Recipe.id, Recipe.grown_from_id, literal(0).label("depth")).where(Recipe.id == recipe_id).cte(
        "up", recursive=True
    )  # fmt: skip
    up = up.union_all(
        select(Recipe.id, Recipe.grown_from_id, up.c.depth + 1).where(
            Recipe.id == up.c.grown_from_id, up.c.depth < DEEPEST
        )
    )
    root = db.session.scalar(select(up.c.id).order_by(up.c.depth.desc()).limit(1))
    down = select(Recipe.id, Recipe.grown_from_id, literal(0).label("depth")).where(Recipe.id == root).cte(
        "down", recursive=True
    )  # fmt: skip
    down = down.union_all(
        select(Recipe.id, Recipe.grown_from_id, down.c.depth + 1).where(
            Recipe.grown_from_id == down.c.id, down.c.depth < DEEPEST
        )
    )
    query = select(down.c.id, down.c.grown_from_id).order_by(down.c.depth, down.c.id).limit(MOST_IN_FAMILY)
    return {number: parent for number, parent in db.session.execute(query)}


def family_of(recipe: Recipe) -> list[Relative]:
    """A recipe's family tree, from the oldest down, without hidden ones; empty where it stands alone.

    Four statements.
    """
    parents = family_ids(recipe.id)
    if len(parents) < 2:
        return []
    tree = tree_of(parents | {_root(parents): None})[:MOST_SHOWN]
    ids = [branch.recipe_id for branch in tree]
    query = select(Recipe.id, Recipe.slug, Recipe.name, Recipe.borough, Recipe.credit, Ward.name.label("ward"))
    query = query.outerjoin(Ward, Ward.id == Recipe.ward_id).where(Recipe.id.in_(ids), Recipe.hidden_at.is_(None))
    rows = {row.id: row for row in db.session.execute(query)}
    places = count_places(ids)
    return [
        Relative(
            row.id, row.slug, row.name, row.ward or row.borough or "", row.credit, places.get(row.id, 0), branch.depth,
            rows[mother].name if (mother := parents[row.id]) in rows and branch.depth else "",
        )
        for branch in tree
        if (row := rows.get(branch.recipe_id)) is not None
    ]  # fmt: skip


def _root(parents: dict[int, int | None]) -> int:
    """The oldest; of a family that is deeper than we look, the first one that was found."""
    return next(iter(parents))


def count_places(recipe_ids: Collection[int]) -> dict[int, int]:
    """How many of our projects follow each of these recipes. One statement."""
    query = select(Project.recipe_id, func.count(Project.id)).where(Project.recipe_id.in_(recipe_ids), OURS, SHOWN)
    return {number: count for number, count in db.session.execute(query.group_by(Project.recipe_id)) if number}


def parents_by_key() -> dict[str, str | None]:
    """The key of every recipe that has one → the key of the one it grew from. For imports."""
    mother = select(Recipe.id, Recipe.key).subquery()
    query = select(Recipe.key, mother.c.key).outerjoin(mother, mother.c.id == Recipe.grown_from_id)
    return {key: parent for key, parent in db.session.execute(query.where(Recipe.key.is_not(None)))}
