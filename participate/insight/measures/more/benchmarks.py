"""Figures of other surveys to hold beside ours, each with its source. Pure.

Ours are asked of people who come along, theirs of a sample of everybody: beside, never added, never a target.
"""

from dataclasses import dataclass

from participate.core.words import mark

_COMMUNITY_LIFE = mark("Community Life Survey (Department for Culture, Media and Sport)")


@dataclass(frozen=True)
class Benchmark:
    """A published share in whole per cent: of whom (`group`), where, when, and who says so."""

    key: str
    name: str
    place: str
    period: str
    group: str
    per_cent: int
    source: str


_STRONGLY = mark("Belong very or fairly strongly to their neighbourhood")
_ENGLAND = mark("England")
_ADULTS = mark("People of 16 and over")
BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark("belong_strongly", _STRONGLY, _ENGLAND, "2023/24", _ADULTS, 61, _COMMUNITY_LIFE),
    Benchmark("belong_strongly", _STRONGLY, _ENGLAND, "2021/22", _ADULTS, 63, _COMMUNITY_LIFE),
    Benchmark("belong_strongly", _STRONGLY, _ENGLAND, "2023/24", mark("16 to 24"), 54, _COMMUNITY_LIFE),
    Benchmark("belong_strongly", _STRONGLY, _ENGLAND, "2023/24", mark("25 to 34"), 51, _COMMUNITY_LIFE),
    Benchmark("belong_strongly", _STRONGLY, _ENGLAND, "2023/24", mark("Disabled people"), 58, _COMMUNITY_LIFE),
)
# No share of "worthwhile: 7 or more" is here: none was at hand that could be checked.


def benchmarks_of(key: str) -> tuple[Benchmark, ...]:
    """The benchmarks of a measure's `benchmark`, the newest of everybody first; none for ""."""
    return tuple(one for one in BENCHMARKS if one.key == key)
