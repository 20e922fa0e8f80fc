"""What is wanted, what could be had, and what a set of it is worth."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Want:
    """One need of the project and how many units of it are lacking: two neighbours, six bowls."""

    id: int
    units: int = 1


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that could go to one want: `thing` ("person:12", "space:3", "material:9") at the `times` (numbers of
    Problem.times) at which it can be had, with so many `units`. `party` is who would be asked for it ("person:12",
    "hub:3"). `cost`, 1 or more: how much less welcome it is than a perfect one. `given`: it is for good, and whoever
    gives it chooses among all who ask.
    """

    want: int
    thing: str
    party: str
    times: frozenset[int]
    units: int = 1
    cost: int = 1
    given: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """`times` hold what each time costs, in the order in which they come: the weeks until then. `apart`: pairs of
    parties of whom never both are asked.
    """

    wants: Sequence[Want]
    offers: Sequence[Offer]
    times: Sequence[int] = (0,)
    apart: Collection[tuple[str, str]] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Assembled:
    """The best set: the number of its time (None where nothing could be had at all), what is in it, and the ids of
    the wants that stay open.
    """

    time: int | None
    offers: tuple[Offer, ...] = ()
    open: tuple[int, ...] = ()


Worth = tuple[int, int, int]


def worth(problem: Problem, time: int, offers: Collection[Offer]) -> Worth | None:
    """What a set at this time is worth, smaller is better: the wants that stay open, then how many parties are asked,
    then what it costs. None where it breaks a rule: something cannot be had then, is taken twice, or two are apart.
    """
    things = [each.thing for each in offers]
    parties = {each.party for each in offers}
    if len(set(things)) < len(things) or any(time not in each.times for each in offers):
        return None
    if any(one in parties and other in parties for one, other in problem.apart):
        return None
    given = units_given(offers)
    left = [want.id for want in problem.wants if given.get(want.id, 0) < want.units]
    return len(left), len(parties), problem.times[time] + sum(each.cost for each in offers)


def units_given(offers: Collection[Offer]) -> Mapping[int, int]:
    """Want → how many units the offers bring."""
    given: dict[int, int] = {}
    for each in offers:
        given[each.want] = given.get(each.want, 0) + each.units
    return given
