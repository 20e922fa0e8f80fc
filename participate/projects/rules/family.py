"""A recipe's family: what it grew from, what grew from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from participate.core.errors import RuleBroken
from participate.core.words import mark

DEEPEST = 12  # generations, up or down
MOST_SHOWN = 40  # of one family, on one page


class GoesRound(RuleBroken):
    """A recipe would be its own grandmother."""

    message = mark("A recipe cannot grow from itself.")


@dataclass(frozen=True)
class Branch:
    """One recipe in a tree: how many generations below the first."""

    recipe_id: int
    depth: int


def check_parent(parents: Mapping[int, int | None], child: int | None, parent: int | None) -> None:
    """Whether `child` may grow from `parent`, as `parents` (child → parent) stand. Raises GoesRound."""
    seen: set[int] = set()
    while parent is not None and parent not in seen:
        if parent == child:
            raise GoesRound
        seen.add(parent)
        parent = parents.get(parent)


def tree_of(parents: Mapping[int, int | None], order: Mapping[int, int] | None = None) -> list[Branch]:
    """The whole family in the order of a family tree: each recipe followed by what grew from it.

    `order` gives the place among sisters; else the older (smaller id) stands first. Whatever goes round is left out.
    """
    children: dict[int | None, list[int]] = {}
    for child, parent in parents.items():
        children.setdefault(parent if parent in parents else None, []).append(child)
    found: list[Branch] = []
    waiting = [(each, 0) for each in _sorted(children.get(None, []), order)]
    while waiting:
        recipe_id, depth = waiting.pop(0)
        found.append(Branch(recipe_id, depth))
        if depth < DEEPEST:
            waiting[:0] = [(each, depth + 1) for each in _sorted(children.get(recipe_id, []), order)]
    return found


def _sorted(ids: list[int], order: Mapping[int, int] | None) -> list[int]:
    return sorted(ids, key=lambda each: ((order or {}).get(each, each), each))
