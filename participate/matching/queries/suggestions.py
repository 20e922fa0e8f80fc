"""What goes with a text, a person, a need or an idea."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from participate.accounts.out_of_sight import never_for
from participate.core import clock
from participate.core.paging import SIZE, Page
from participate.matching import engine
from participate.matching.loading.documents import NEEDED, facet_of_posting
from participate.matching.queries.cards import Shown, with_cards
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.suggest import Suggestion, suggest
from participate.matching.rules import KINDS_FOR_IDEA, KINDS_FOR_NEED, KINDS_FOR_PERSON
from participate.matching.words import Facet, Kind
from participate.profiles import queries as profiles
from participate.profiles.words import PostingKind
from participate.projects.queries import matching as projects
from participate.projects.words import NeedKind

MOST = 60  # of a kind


class Place(Protocol):
    """Where the asker is; each may be unknown."""

    @property
    def ward_id(self) -> int | None: ...
    @property
    def square(self) -> int | None: ...


class Posting(Protocol):
    """A line of a person."""

    kind: PostingKind
    words: str
    wants_to_learn: bool


class Need(Protocol):
    """An open need of a project."""

    kind: NeedKind
    words: str


@dataclass(frozen=True)
class Found:
    """What the matcher found, best and most varied first. While its index is being built it is not `ready`.

    `lines` are the texts that were compared. Nothing found means that nothing was evident.
    """

    ready: bool
    suggestions: Sequence[Suggestion] = ()
    lines: Sequence[Line] = ()

    def count(self, kind: Kind | str) -> int:
        """How many things of a kind were found; there may be more than `MOST`."""
        return sum(one.kind == kind for one in self.suggestions)

    def page(self, number: int, kind: Kind | None = None, size: int = SIZE) -> Page[Shown]:
        """A page of them with their cards, of one kind or of all. At most one statement a kind."""
        wanted = [one for one in self.suggestions if kind is None or one.kind is kind]
        shown = with_cards(wanted[(number - 1) * size : number * size])
        return Page(shown, number, size, len(wanted))

    @cached_property
    def shown(self) -> list[Shown]:
        """All of them with their cards."""
        return with_cards(self.suggestions)

    def of(self, kind: Kind | str, most: int | None = None) -> list[Shown]:
        """Those of one kind, with their cards."""
        return [one for one in self.shown if one.kind == kind][:most]


def find(lines: Sequence[Line], kinds: Sequence[Kind], place: Place, most: int = MOST, **more: object) -> Found:
    """What goes with these lines near a place. `more` are facts of the asker: see ranking.facts.Facts.

    Nobody who is kept apart from the asker, nor anything of theirs, is among it.
    """
    running = engine.current()
    snapshot = running.snapshot()
    if snapshot is None:
        return Found(False, lines=lines)
    facts = Facts(
        lines=tuple(lines), kinds=tuple(kinds), ward=place.ward_id, near=running.near(place.ward_id),
        square=place.square, day=clock.today().toordinal(), moment=int(clock.now().timestamp()),
        never_owners=never_for(more.get("owner")), **more,  # type: ignore[arg-type]
    )  # fmt: skip
    return Found(True, suggest(snapshot, facts, most), lines)


def suggestions_for_text(
    text: str, place: Place, asker_id: int | None = None, kinds: Sequence[Kind] = KINDS_FOR_PERSON, most: int = 6
) -> Found:
    """What goes with a sentence typed into the one box: up to `most` of each kind, nothing of the asker's own."""
    return find([Line(Facet.SAID, text)], kinds, place, most, owner=asker_id)


def suggestions_for_person(
    person_id: int, place: Place, postings: Sequence[Posting] | None = None, kinds: Sequence[Kind] = KINDS_FOR_PERSON
) -> Found:
    """What goes with all that a person likes, would like to learn and can show. Three statements, or two where her
    shown `postings` are at hand.
    """
    said = profiles.list_shown(person_id) if postings is None else postings
    own = projects.list_team_ids_of(person_id)
    return find(
        [Line(facet_of_posting(one.kind, one.wants_to_learn), one.words) for one in said],
        kinds,
        place,
        owner=person_id,
        free=profiles.free_bits([person_id]).get(person_id, 0),
        never_groups=frozenset(f"project:{number}" for number in own),
    )


def suggestions_for_need(need: Need, place: Place, most: int = 6) -> Found:
    """Who or what could meet a need of a project: people, spaces or materials, by its kind.

    `place` is the project's. Whoever is in its team is left out by the caller's own list.
    """
    return find([Line(NEEDED[need.kind], need.words)], KINDS_FOR_NEED[NEEDED[need.kind]], place, most)


def similar_to_idea(text: str, place: Place, but_idea_id: int | None = None, most: int = 6) -> Found:
    """Ideas, projects and recipes that are about the same as a text, before somebody starts it once more."""
    but = frozenset() if but_idea_id is None else frozenset({f"idea:{but_idea_id}"})
    return find([Line(Facet.ABOUT, text)], KINDS_FOR_IDEA, place, most, never_groups=but)
