"""Gathering what could meet the needs of a project, when each of it can be had, and who would be asked for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Protocol

from participate.accounts.queries.apart import list_pairs_apart
from participate.core import clock
from participate.core.errors import RuleBroken
from participate.matching.assembling import rules
from participate.matching.assembling.problem import Offer, Problem, Want
from participate.matching.queries.asks import list_not_to_ask
from participate.matching.queries.cards import Shown, with_cards
from participate.matching.queries.suggestions import Place, suggestions_for_need
from participate.matching.ranking.suggestion import Suggestion
from participate.matching.words import Kind
from participate.materials.models import Material
from participate.materials.queries.several import decided_of, free_by_day_of, materials_of
from participate.materials.rules.lending import DAY
from participate.materials.words import Deal
from participate.organisations.models import Offered
from participate.organisations.queries import standing
from participate.organisations.words import Standing
from participate.profiles import queries as profiles
from participate.projects.words import NeedKind
from participate.spaces.models import Space
from participate.spaces.queries.opening import terms_of_several
from participate.spaces.queries.several import held_of, spaces_of
from participate.spaces.rules import Opening, Slot, Terms, check, first_clash
from participate.spaces.rules.opening import spans

LENT_DAYS = 2  # the day itself, and the morning after to bring it back


class Lack(Protocol):
    """What is lacking: a need of a project, or a line of a recipe."""

    id: int
    kind: NeedKind
    words: str
    quick: bool


@dataclass(frozen=True)
class Sought:
    """What is looked for: these needs with how many units each lacks, at one of these times, for so many people, near
    a place.

    `team` are those who are in it already, whoever asks, and who answers for what is booked and borrowed. `project_id`
    is 0 while there is no project. `never` are spaces and things ("space:3") that were asked for and not given.
    """

    place: Place
    needs: Sequence[tuple[Lack, int]]
    slots: Sequence[Slot]
    heads: int
    team: frozenset[int]
    project_id: int = 0
    never: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Gathered:
    """The problem to solve, and what stands behind its numbers: the times, and the suggestion of each (need, thing).

    Not `ready` while the index is being built.
    """

    ready: bool
    problem: Problem
    slots: Sequence[Slot] = ()
    found: Mapping[tuple[int, str], Suggestion] = field(default_factory=dict)


def gather(sought: Sought) -> Gathered:
    """All offers for what is sought. Nobody whom the team may not meet, who is being asked or was lately; nothing that
    is too far, shut, booked or lent then, nor a gift of which it is not known in time who gets it.
    """
    found = {need.id: suggestions_for_need(need, sought.place, rules.LOOKED_AT) for need, _units in sought.needs}
    wants = [Want(need.id, units) for need, units in sought.needs]
    if not all(each.ready for each in found.values()):
        return Gathered(False, Problem(wants, [], [0]))
    never = _never(sought)
    near = {need: _near(sought, never, each.suggestions) for need, each in found.items()}
    offers = list(_Gathering(sought, never, near).offers())
    today = clock.today()
    costs = [rules.cost_of_time(slot.starts_at, today) for slot in sought.slots]
    known = {(need, one.group): one for need, each in near.items() for one in each}
    return Gathered(True, Problem(wants, offers, costs, _apart(offers)), sought.slots, known)


def cards_of(gathered: Gathered, offers: Sequence[Offer]) -> dict[tuple[int, str], Shown]:
    """The cards of what these offers bring, by (need, thing). What vanished meanwhile is left out."""
    picked = [(each.want, each.thing, gathered.found[each.want, each.thing]) for each in offers]
    cards = {(shown.kind, shown.id): shown.card for shown in with_cards([one for _want, _thing, one in picked])}
    return {
        (want, thing): Shown(one.kind, _number(one), cards[one.kind, _number(one)], one.reason, one.score)
        for want, thing, one in picked
        if (one.kind, _number(one)) in cards
    }


def _never(sought: Sought) -> frozenset[int]:
    """The team itself, whom one of it is kept apart from, and whom nobody asks now."""
    apart = {each for pair in list_pairs_apart(sought.team) for each in pair}
    return sought.team | apart | list_not_to_ask(sought.project_id)


def _near(sought: Sought, never: frozenset[int], found: Sequence[Suggestion]) -> list[Suggestion]:
    """The best that are near enough, were not asked for in vain, and are nobody who is not asked now."""
    good = (one for one in found if rules.is_near(one.reason) and one.group not in sought.never)
    may = (one for one in good if one.kind is not Kind.PERSON or _number(one) not in never)
    return list(islice(may, rules.MOST_OFFERS + rules.SPARE))


def _number(one: Suggestion) -> int:
    return int(one.group.rpartition(":")[2])


def _apart(offers: Sequence[Offer]) -> list[tuple[str, str]]:
    """Of these parties, the pairs of people who never meet."""
    people = {int(each.party.rpartition(":")[2]) for each in offers if each.party.startswith("person:")}
    pairs = {tuple(sorted(pair)) for pair in list_pairs_apart(people)}
    return [(f"person:{a}", f"person:{b}") for a, b in sorted(pairs) if a in people and b in people]


class _Gathering:
    """From suggestions to offers. What is to be known of people, spaces and things is read at once for all of them."""

    def __init__(self, sought: Sought, never: frozenset[int], near: Mapping[int, Sequence[Suggestion]]) -> None:
        self._sought, self._never, self._near = sought, never, near
        self._always = frozenset(range(len(sought.slots)))
        self._parts = [1 << rules.part_of_week(slot.starts_at) for slot in sought.slots]
        self._days = [clock.local(slot.starts_at).date() for slot in sought.slots]
        people = self._numbers(Kind.PERSON)
        self._free = profiles.free_bits(people) if people else {}
        self._spaces = spaces_of(self._numbers(Kind.SPACE))
        self._things = materials_of(self._numbers(Kind.MATERIAL))
        self._open = dict(self._when_open())
        last = max(self._days) + LENT_DAYS * DAY
        self._decided = decided_of(list(self._things.values()), sought.team)
        self._lent = free_by_day_of(list(self._things.values()), min(self._days), last)

    def _numbers(self, kind: Kind) -> set[int]:
        return {_number(one) for each in self._near.values() for one in each if one.kind is kind}

    def offers(self) -> Iterator[Offer]:
        """Up to `MOST_OFFERS` things a need, the best first."""
        for need, units in self._sought.needs:
            taken = 0
            for one in self._near[need.id]:
                made = [each for each in self._of(need, units, one, taken + 1) if each.times]
                yield from made
                taken += bool(made)
                if taken >= rules.MOST_OFFERS:
                    break

    def _of(self, need: Lack, units: int, one: Suggestion, cost: int) -> Iterator[Offer]:
        number = _number(one)
        if one.kind is Kind.PERSON:
            yield self._person(need, number, cost)
        elif one.kind is Kind.SPACE and number in self._spaces:
            yield from self._space(need, self._spaces[number], cost)
        elif one.kind is Kind.MATERIAL and number in self._things:
            yield from self._material(need, units, self._things[number], cost)

    def _person(self, need: Lack, number: int, cost: int) -> Offer:
        free, times = self._free.get(number, 0), self._always
        if free and not need.quick:
            times = frozenset(at for at, part in enumerate(self._parts) if part & free)
        who = f"person:{number}"
        return Offer(need.id, who, who, times, 1, cost + (0 if free else rules.NOBODY_KNOWS_WHEN))

    def _space(self, need: Lack, space: Space, cost: int) -> Iterator[Offer]:
        party = self._party(space)
        if party is not None:
            yield Offer(need.id, f"space:{space.id}", party, self._open[space.id], 1, cost)

    def _when_open(self) -> Iterator[tuple[int, frozenset[int]]]:
        """Each space with the times at which it could be had."""
        slots, rooms = self._sought.slots, list(self._spaces.values())
        held = held_of(self._spaces, slots[0].starts_at - DAY, slots[-1].ends_at + DAY)
        terms = terms_of_several(rooms) if rooms else {}
        for space in rooms:
            good = self._good_times(terms[space.id], held.get(space.id, []))
            yield space.id, frozenset(good)

    def _good_times(self, terms: Terms, held: Sequence[Slot]) -> Iterator[int]:
        hours = None if terms.opening.always else spans(terms.opening, self._days[0], self._days[-1] + DAY)
        loose, now = replace(terms, opening=Opening()), clock.now()  # the hours are asked once for all times
        for at, slot in enumerate(self._sought.slots):
            if hours is not None and not any(a <= slot.starts_at and slot.ends_at <= b for a, b in hours):
                continue
            try:
                check(slot, self._sought.heads, loose, now)
            except RuleBroken:
                continue
            if first_clash(slot.held(terms.before, terms.after), held) is None:
                yield at

    def _material(self, need: Lack, units: int, thing: Material, cost: int) -> Iterator[Offer]:
        party = self._party(thing)
        if party is None or thing.points:
            return
        if thing.deal is Deal.LEND:
            for some in sorted({min(units, thing.how_many), 1}, reverse=True):
                yield Offer(need.id, f"material:{thing.id}", party, frozenset(self._when_lent(thing, some)), some, cost)
        elif thing.id in self._decided:
            times = frozenset(self._when_given(self._decided[thing.id]))
            for some in sorted({min(units, thing.how_many - thing.out), 1}, reverse=True):
                yield Offer(need.id, f"material:{thing.id}", party, times, some, cost, given=True)

    def _when_given(self, decided_by: datetime) -> Iterator[int]:
        slots = self._sought.slots
        return (at for at, slot in enumerate(slots) if rules.gift_in_time(decided_by, slot.starts_at))

    def _when_lent(self, thing: Material, units: int) -> Iterator[int]:
        free, more = self._lent[thing.id], (min(LENT_DAYS, thing.loan_days) - 1) * DAY
        enough = {day for day, number in free.items() if number >= units}
        return (at for at, day in enumerate(self._days) if day in enough and day + more in enough)

    def _party(self, thing: Offered) -> str | None:
        """Who is asked for a thing; None where nobody may be asked, or it is not offered any more."""
        if standing(thing, clock.today()) is not Standing.SHOWN:
            return None
        if thing.hub_id is not None:
            return f"hub:{thing.hub_id}"
        if thing.organisation_id is not None:
            return f"organisation:{thing.organisation_id}"
        if thing.keeper_id is None or thing.keeper_id in self._never:
            return None
        return f"person:{thing.keeper_id}"
