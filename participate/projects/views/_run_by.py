"""The existing group first: what organisations near already run, before somebody starts it once more."""

from participate.places import queries as places
from participate.profiles.words import Theme
from participate.projects import queries
from participate.projects.rules.alike import are_alike

MOST_GROUPS = 3


def groups_near(ward_id: int | None, theme: Theme | None, but: int | None = None) -> list[queries.Group]:
    """Up to three groups of this ward and those beside it that do this kind of thing; not project `but`."""
    if ward_id is None:
        return []
    found = queries.list_groups(places.wards_near(ward_id), theme)
    return [group for group in found if group.project_id != but][:MOST_GROUPS]


def groups_alike(ward_id: int | None, name: str, theme: Theme, recipe_id: int | None) -> list[queries.Group]:
    """Those of them that do the same: the same recipe, or a name that says so."""
    if ward_id is None:
        return []
    found = queries.list_groups(places.wards_near(ward_id), theme)
    same = [group for group in found if recipe_id is not None and group.recipe_id == recipe_id]
    return [*same, *(group for group in found if group not in same and are_alike(group.name, name))][:MOST_GROUPS]
