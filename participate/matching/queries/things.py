"""The things that the matcher knows by names such as "project:12": their cards, and what they are called."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from participate.accounts import queries as accounts
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


def cards_of(kind: Kind, ids: Iterable[int]) -> Mapping[int, Card]:
    """The cards of those things of a kind that may be seen, by id. One statement."""
    return _CARDS[kind](ids)


@dataclass(frozen=True)
class Named:
    """A thing and what it is called: a person by her first name, an idea by its words."""

    kind: Kind
    id: int
    name: str


def names_of(subjects: Iterable[str]) -> dict[str, Named]:
    """What these are called, in their order; what is gone, or not to be seen, is left out. One statement a kind."""
    wanted = list(dict.fromkeys(subjects))
    ids: dict[Kind, list[int]] = defaultdict(list)
    for kind, number in map(parts_of, wanted):
        ids[kind].append(number)
    cards = {kind: cards_of(kind, some) for kind, some in ids.items()}
    found = {
        f"{kind}:{number}": Named(kind, number, str(getattr(card, "name", "") or getattr(card, "words", "")))
        for kind, some in cards.items()
        for number, card in some.items()
    }
    return {subject: found[subject] for subject in wanted if subject in found}


def parts_of(subject: str) -> tuple[Kind, int]:
    """The kind and the number of a thing."""
    kind, _, number = subject.partition(":")
    return Kind(kind), int(number)
