"""What goes with a text, a person, a need or an idea."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Protocol

from participate.accounts.out_of_sight import never_for
from participate.core import clock
from participate.core.paging import SIZE, Page
from participate.matching import engine
from participate.matching.index.live import Snapshot
from participate.matching.loading.documents import NEEDED, facet_of_posting
from participate.matching.queries.answers import Answers, answers_of
from participate.matching.queries.cards import Shown, with_cards
from participate.matching.queries.hands import Hands, hands_of
from participate.matching.queries.joined import Teams, joined_of
from participate.matching.queries.shown import chance_of
from participate.matching.ranking.by_hand import thought_of
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.likeness import likest
from participate.matching.ranking.suggest import suggest
from participate.matching.ranking.suggestion import Suggestion
from participate.matching.rules import KINDS_FOR_IDEA, KINDS_FOR_NEED, KINDS_FOR_PERSON
from participate.matching.text.synonyms import everyday
from participate.matching.words import Facet, Kind, Use
from participate.organisations.rules import Spot
from participate.profiles import queries as profiles
from participate.profiles.words import PostingKind
from participate.projects.queries import matching as projects
from participate.projects.words import NeedKind

MOST = 60  # of a kind
NO_HANDS = Hands()


class Place(Protocol):
    """Where the asker is; each may be unknown."""

    @property
    def ward_id(self) -> int | None: ...
    @property
    def square(self) -> int | None: ...


class Posting(Protocol):
    """A line of a person."""

    id: int
    kind: PostingKind
    words: str
    wants_to_learn: bool


class Need(Protocol):
    """An open need of a project."""

    kind: NeedKind
    words: str


@dataclass(frozen=True)
class Found:
    """What the matcher found, best and most varied first. While its index is being built, or while it rests because it
    was too slow, it is not `ready`.

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


def find(
    lines: Sequence[Line], kinds: Sequence[Kind], place: Place, most: int = MOST, hands: Hands = NO_HANDS, **more: Any
) -> Found:
    """What goes with these lines near a place. `more` are facts of the asker: see ranking.facts.Facts. What staff
    think of for her, by their `hands`, comes first.

    Nobody who is kept apart from the asker, nor anything of theirs, is among it.
    """
    running = engine.current()
    snapshot = running.snapshot()
    if snapshot is None:
        return Found(False, lines=lines)
    facts = Facts(
        lines=tuple(lines), kinds=tuple(kinds), ward=place.ward_id, near=running.near(place.ward_id),
        square=place.square, day=clock.today().toordinal(), moment=int(clock.now().timestamp()),
        never_owners=never_for(more.get("owner")), pinned=hands.pinned, exposure=running.exposure, due=running.due,
        synonyms=hands.synonyms + more.pop("synonyms", ()),
        never_groups=hands.hidden | more.pop("never_groups", frozenset()), **more,
    )  # fmt: skip
    ranked = _ranked(running, snapshot, facts, most, hands.from_whom)
    return Found(False, lines=lines) if ranked is None else Found(True, ranked, lines)


def _ranked(
    running: engine.Engine, snapshot: Snapshot, facts: Facts, most: int, from_whom: Mapping[str, str]
) -> list[Suggestion] | None:
    """The part that only computes, and how long it takes is told to the breaker; None while that is open."""
    pace = running.pace
    began = pace.begin()
    if began is None:
        return None
    thought = thought_of(snapshot, facts, from_whom)
    told = {one.group for one in thought}
    found = suggest(snapshot, facts, most, running.learned, partial(pace.in_time, began))
    pace.end(began)
    return thought + sorted(
        (one for one in found if one.group not in told), key=lambda one: one.group not in facts.pinned
    )


def suggestions_for_text(
    text: str, place: Place, asker_id: int | None = None, kinds: Sequence[Kind] = KINDS_FOR_PERSON, most: int = 6
) -> Found:
    """What goes with a sentence typed into the one box: up to `most` of each kind, nothing of the asker's own."""
    hands = hands_of(place.ward_id, None)
    return find([Line(Facet.SAID, text)], kinds, place, most, hands, owner=asker_id)


def suggestions_for_person(
    person_id: int,
    place: Place,
    postings: Sequence[Posting] | None = None,
    kinds: Sequence[Kind] = KINDS_FOR_PERSON,
    answers: Answers | None = None,
    access: int = 0,
) -> Found:
    """What goes with all that a person likes, would like to learn and can show, but for what she switched off and what
    is not for her; first what staff think of for her. `access` is what a place must have, as she asks now. Nine
    statements, or as many less as her shown `postings` and her `answers` are at hand.
    """
    answers = answers_of(person_id) if answers is None else answers
    if answers.all_off:
        return Found(engine.current().snapshot() is not None)
    said = profiles.list_shown(person_id) if postings is None else postings
    teams = projects.list_joined(person_id)
    return find(
        [
            Line(facet_of_posting(one.kind, one.wants_to_learn), one.words)
            for one in said
            if f"posting:{one.id}" not in answers.off
        ],
        kinds,
        Spot() if Use.PLACE in answers.off else place,
        hands=hands_of(place.ward_id, person_id),
        owner=person_id,
        free=0 if Use.TIMES in answers.off else profiles.free_bits([person_id]).get(person_id, 0),
        languages=0 if Use.LANGUAGES in answers.off else profiles.spoken_bits([person_id]).get(person_id, 0),
        access=access,
        never_groups=frozenset(f"project:{number}" for number, _since in teams) | answers.no.keys(),
        no=answers.no,
        more=answers.more,
        joined=_joined(person_id, teams, answers),
        chance=chance_of(person_id),
    )


def _joined(person_id: int, teams: Teams, answers: Answers) -> tuple[str, ...]:
    """What she joined or came to, but for what she switched off."""
    if Use.JOINED in answers.off:
        return ()
    return tuple(each for each in joined_of(person_id, teams) if each not in answers.off)


def suggestions_for_need(need: Need, place: Place, most: int = 6) -> Found:
    """Who or what could meet a need of a project: people, spaces or materials, by its kind.

    `place` is the project's. Whoever is in its team is left out by the caller's own list.
    """
    return find([Line(NEEDED[need.kind], need.words)], KINDS_FOR_NEED[NEEDED[need.kind]], place, most)


def similar_to_idea(
    text: str, place: Place, but_idea_id: int | None = None, most: int = 6, asker_id: int | None = None
) -> Found:
    """Ideas, projects and recipes that are about the same as a text, before somebody starts it once more: up to `most`
    of each kind, those first that share most of its words, or of what these are called elsewhere. Nothing of the
    asker's own.
    """
    but = frozenset() if but_idea_id is None else frozenset({f"idea:{but_idea_id}"})
    about = Line(Facet.ABOUT, text)
    hands = replace(hands_of(place.ward_id, None), pinned=frozenset())  # alike is alike: nothing is put first
    found = find([about], KINDS_FOR_IDEA, place, hands=hands, owner=asker_id, never_groups=but, synonyms=everyday())
    return replace(found, suggestions=likest(found.suggestions, most))
