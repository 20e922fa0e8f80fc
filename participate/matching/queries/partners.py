"""Where a partner can help: projects whose needs go with what it has, across the borough."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from participate.matching.queries.suggestions import find
from participate.matching.ranking.facts import Line
from participate.matching.words import Facet, Kind
from participate.projects.words import NeedKind

MOST = 40
_KINDS = {
    Facet.NEEDS_PERSON: frozenset({NeedKind.PERSON}),
    Facet.NEEDS_SPACE: frozenset({NeedKind.SPACE}),
    Facet.NEEDS_MATERIAL: frozenset({NeedKind.MATERIAL}),
}


@dataclass(frozen=True)
class _Anywhere:
    """A partner reaches across the borough: nothing is nearer than anything else."""

    ward_id: int | None = None
    square: int | None = None


@dataclass(frozen=True)
class ProjectFit:
    """A project that goes with what a partner has: the partner's own words that say so, and the kinds of need that
    they answer (empty: the project is about the same, so any of its needs).
    """

    project_id: int
    words: tuple[str, ...]
    kinds: frozenset[NeedKind]


def projects_that_need(
    *, can: Iterable[str] = (), spaces: Iterable[str] = (), things: Iterable[str] = (), offers: str = ""
) -> Sequence[ProjectFit]:
    """Projects here that go with what people `can` do, with `spaces`, with `things` and with the partner's own line,
    best first. Empty while the index is being built, or where nothing was evident.
    """
    lines = [Line(Facet.CAN_SHOW, words) for words in can]
    lines += [Line(Facet.SPACE, words) for words in spaces]
    lines += [Line(Facet.OFFERED, words) for words in things]
    lines += [Line(facet, offers) for facet in (Facet.SPACE, Facet.OFFERED, Facet.CAN_SHOW) if offers]
    if not lines:
        return []
    found = find(lines, (Kind.PROJECT,), _Anywhere(), MOST).suggestions
    fits = ((int(one.group.rpartition(":")[2]), one.reason) for one in found)
    return [ProjectFit(number, why.words, _KINDS.get(why.found, frozenset())) for number, why in fits]
