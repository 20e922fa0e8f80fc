"""The best set for a project; a set that was picked; how one that was asked for stands."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from participate.accounts.queries import find_person
from participate.core import clock
from participate.matching.assembling import rules, writing
from participate.matching.assembling.problem import Offer, worth
from participate.matching.assembling.reading import units_of
from participate.matching.assembling.solving import assemble
from participate.matching.models import AskLine, ProjectSet
from participate.matching.queries.cards import Shown
from participate.matching.queries.gathering import Gathered, Lack, Sought, cards_of, gather
from participate.matching.queries.suggestions import Place
from participate.matching.words import AskStatus
from participate.projects import queries as projects
from participate.projects.models import Need, Project
from participate.projects.words import NeedKind, NeedStatus
from participate.spaces.rules import Slot

Lacking = Sequence[tuple[Need, int]]  # a need, and how many units of it
COUNTS = (AskStatus.ASKED, AskStatus.YES)  # what is asked for may still come


@dataclass
class RecipeLine:
    """One thing that a recipe takes."""

    id: int
    kind: NeedKind
    words: str
    quick: bool = False


@dataclass(frozen=True)
class Part:
    """A need, how many units of it, and what of the set is for it with how many of each."""

    need: Lack
    units: int
    things: Sequence[tuple[Shown, int]]


@dataclass(frozen=True)
class Proposal:
    """The smallest set that meets the most needs. No `slot`: nothing could be had. `open` needs are met by nobody.

    `parties`: how many people and hubs would be asked. `line`: the set as a form carries it. Not `ready` while the
    index is being built.
    """

    ready: bool
    slot: Slot | None = None
    parts: Sequence[Part] = ()
    open: Sequence[Lack] = ()
    parties: int = 0
    line: str = ""


@dataclass(frozen=True)
class Chosen:
    """What is asked for at one time: each offer with the need that it is for."""

    slot: Slot
    offers: Sequence[tuple[Offer, Need]]


@dataclass(frozen=True)
class Line:
    """How one need of a set stands: so many `wanted`, the names of who or what is sure, so many still `asked`. `given`:
    some of that is given away, and it is not decided yet to whom.
    """

    what: str
    kind: NeedKind
    wanted: int
    sure: Sequence[str]
    asked: int
    open: int
    given: bool = False


def list_wanted(project: Project) -> list[tuple[Need, int]]:
    """The open needs of a project, each with how many units its words ask for."""
    waiting = (need for need in project.needs if need.status is NeedStatus.OPEN and need.hidden_at is None)
    return [(need, _units(need)) for need in waiting]


def _units(need: Lack) -> int:
    return 1 if need.kind is NeedKind.SPACE else units_of(need.words)


def propose(project: Project, heads: int, asker_id: int | None) -> Proposal:
    """The best set for all that a project lacks."""
    wanted = list_wanted(project)
    return _propose(_sought(project, wanted, _slots(project.minutes), heads, asker_id)) if wanted else Proposal(True)


def propose_for(lacks: Sequence[tuple[NeedKind, str]], place: Place, heads: int, asker_id: int) -> Proposal:
    """The best set for what a recipe takes, for somebody who may start it near a place."""
    lines = [RecipeLine(number, kind, words) for number, (kind, words) in enumerate(lacks, 1)]
    wanted = [(line, _units(line)) for line in lines]
    return _propose(Sought(place, wanted, _slots(None), heads, frozenset({asker_id}))) if wanted else Proposal(True)


def _propose(sought: Sought) -> Proposal:
    gathered = gather(sought)
    if not gathered.ready:
        return Proposal(False)
    found = assemble(gathered.problem)
    left = [need for need, _units in sought.needs if need.id in found.open]
    if found.time is None:
        return Proposal(True, open=left)
    slot, cards = gathered.slots[found.time], cards_of(gathered, found.offers)
    met = [each for each in sought.needs if each[0].id not in found.open]
    parts = [Part(*each, _things(cards, found.offers, each[0])) for each in met]
    line = writing.write(slot.starts_at, found.offers)
    return Proposal(True, slot, parts, left, len({each.party for each in found.offers}), line)


def _things(cards: Mapping[tuple[int, str], Shown], offers: Sequence[Offer], need: Lack) -> list[tuple[Shown, int]]:
    mine = [each for each in offers if each.want == need.id]
    return [(cards[need.id, each.thing], each.units) for each in mine if (need.id, each.thing) in cards]


def choose(project: Project, heads: int, asker_id: int, line: str) -> Chosen:
    """The set that was shown, if all of it can still be had. Raises SetChanged."""
    try:
        starts_at, picked = writing.read(line)
    except writing.Unreadable:
        raise rules.SetChanged from None
    wanted = list_wanted(project)
    slots = [slot for slot in _slots(project.minutes) if slot.starts_at == starts_at]
    if not wanted or not slots:
        raise rules.SetChanged
    gathered = gather(_sought(project, wanted, slots, heads, asker_id))
    known = {(each.want, each.thing, each.units): each for each in gathered.problem.offers}
    offers = [known.get((each.want, each.thing, each.units)) for each in picked]
    kept = [each for each in offers if each is not None]
    if len(kept) < len(picked) or worth(gathered.problem, 0, kept) is None:
        raise rules.SetChanged
    return _chosen(gathered, kept, [need for need, _units in wanted])


def next_best(asked: ProjectSet, lacking: Sequence[tuple[Need, int]]) -> Chosen | None:
    """The smallest set for what a set lacks now, at its own time; None where nothing could be had."""
    slot = Slot(asked.starts_at, asked.ends_at)
    sought = _sought(asked.project, lacking, [slot], asked.heads, asked.made_by)
    gathered = gather(replace(sought, never=_not_given(asked)))
    found = assemble(gathered.problem) if gathered.ready else None
    if found is None or found.time is None:
        return None
    return _chosen(gathered, found.offers, [need for need, _units in lacking])


def _not_given(asked: ProjectSet) -> frozenset[str]:
    """The spaces and things of this set that were asked for in vain."""
    over = [line for ask in asked.asks if ask.status not in COUNTS for line in ask.lines]
    spaces = {f"space:{line.space_id}" for line in over if line.space_id is not None}
    return frozenset(spaces | {f"material:{line.material_id}" for line in over if line.material_id is not None})


def _chosen(gathered: Gathered, offers: Sequence[Offer], needs: Collection[Need]) -> Chosen:
    by_id = {need.id: need for need in needs}
    return Chosen(gathered.slots[0], [(each, by_id[each.want]) for each in offers])


def _slots(minutes: int | None) -> list[Slot]:
    return [Slot(*each) for each in rules.times_ahead(clock.today(), rules.minutes_of(minutes))]


def _sought(
    project: Project, wanted: Sequence[tuple[Need, int]], slots: Sequence[Slot], heads: int, asker_id: int | None
) -> Sought:
    team = {mate.person_id for mate in projects.list_team(project.id)}
    team |= {each for each in (asker_id, borrower_of(project, asker_id)) if each is not None}
    return Sought(project, wanted, slots, heads, frozenset(team), project.id)


def borrower_of(project: Project, asker_id: int | None) -> int | None:
    """In whose name something is booked or borrowed for a project: its owner's, else whoever asks."""
    owner = projects.find_owner(project.id)
    person = find_person(owner.person_id) if owner is not None else None
    return person.id if person is not None and person.is_active else asker_id


def list_lacking(asked: ProjectSet) -> list[tuple[Need, int]]:
    """The needs of a set of which less is asked for or sure than is wanted, each with how many units are missing."""
    coming = _units_by_need(asked, COUNTS)
    ids = {line.need_id for ask in asked.asks for line in ask.lines}
    wanted = [(need, units) for need, units in list_wanted(asked.project) if need.id in ids]
    return [(need, units - coming.get(need.id, 0)) for need, units in wanted if units > coming.get(need.id, 0)]


def list_met(asked: ProjectSet) -> list[Need]:
    """The open needs of a set of which all is sure."""
    sure = _units_by_need(asked, (AskStatus.YES,))
    return [need for need, units in list_wanted(asked.project) if sure.get(need.id, 0) >= units]


def _units_by_need(asked: ProjectSet, statuses: Collection[AskStatus]) -> dict[int, int]:
    found: dict[int, int] = {}
    for ask in asked.asks:
        for line in ask.lines if ask.status in statuses else ():
            if line.need_id is not None:
                found[line.need_id] = found.get(line.need_id, 0) + line.units
    return found


def lines_of(asked: ProjectSet) -> list[Line]:
    """How each need of a set stands. Nobody who was asked is named before she said yes, and nobody’s no is told."""
    together: dict[tuple[int | None, str], list[tuple[AskStatus, AskLine, str]]] = {}
    for ask in asked.asks:
        for line in ask.lines:
            name = ask.person.first_name if ask.person is not None else ""
            together.setdefault((line.need_id, line.what), []).append((ask.status, line, name))
    units = {need.id: _units(need) for need in asked.project.needs}
    return [
        _line(what, some, units.get(need_id or 0, max(line.units for _status, line, _name in some)))
        for (need_id, what), some in together.items()
    ]


def _line(what: str, some: Sequence[tuple[AskStatus, AskLine, str]], wanted: int) -> Line:
    sure = [(line, name) for status, line, name in some if status is AskStatus.YES]
    asked = sum(line.units for status, line, _name in some if status is AskStatus.ASKED)
    left = wanted - asked - sum(line.units for line, _name in sure)
    given = any(status is AskStatus.ASKED and line.gift is not None for status, line, _name in some)
    return Line(what, some[0][1].kind, wanted, [_name_of(*each) for each in sure], asked, max(0, left), given)


def _name_of(line: AskLine, person: str) -> str:
    thing = line.space or line.material
    return thing.name if thing is not None else person
