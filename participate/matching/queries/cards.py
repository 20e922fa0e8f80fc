"""From suggestions to what their cards show: one statement a kind, and nothing that not everybody may see."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from participate.accounts import queries as accounts
from participate.matching.ranking.reason import Reason
from participate.matching.ranking.suggest import Suggestion
from participate.matching.words import Kind
from participate.materials import queries as materials
from participate.projects import queries as projects
from participate.sessions import queries as sessions
from participate.spaces import queries as spaces


@dataclass(frozen=True)
class PersonCard:
    """All that a stranger may know of a person: her first name. The words stand in the reason."""

    id: int
    name: str


Card = (
    PersonCard | sessions.SessionCard | projects.ProjectCard | spaces.SpaceCard | materials.MaterialCard
    | projects.IdeaCard | projects.RecipeCard
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A suggestion with the card of its thing, as the slice that owns the thing gives it."""

    kind: Kind
    id: int
    card: Card
    reason: Reason
    score: float


def _person_cards_of(ids: Iterable[int]) -> dict[int, PersonCard]:
    return {number: PersonCard(number, name) for number, name in accounts.first_names_of(ids).items()}


_CARDS: dict[Kind, Callable[[Iterable[int]], Mapping[int, Card]]] = {
    Kind.PERSON: _person_cards_of,
    Kind.SESSION: sessions.cards_of,
    Kind.PROJECT: projects.cards_of,
    Kind.SPACE: spaces.cards_of,
    Kind.MATERIAL: materials.cards_of,
    Kind.IDEA: projects.idea_cards_of,
    Kind.RECIPE: projects.recipe_cards_of,
}


def with_cards(found: Sequence[Suggestion]) -> list[Shown]:
    """The suggestions with their cards, in order. What vanished since it was indexed is left out."""
    ids: dict[Kind, list[int]] = {}
    for one in found:
        ids.setdefault(one.kind, []).append(_id(one))
    cards = {kind: _CARDS[kind](some) for kind, some in ids.items()}
    return [
        Shown(one.kind, _id(one), cards[one.kind][_id(one)], one.reason, one.score)
        for one in found
        if _id(one) in cards[one.kind]
    ]


def _id(suggestion: Suggestion) -> int:
    return int(suggestion.group.rpartition(":")[2])
