"""Counting the rows of the other slices. What stands here is raw: it may reach nobody but `publish`."""

from participate.insight.counting import answers, attendance, beginnings, first, people, sessions, suggestions
from participate.insight.counting.areas import ground_of
from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.more import MORE_COUNTERS

COUNTERS: dict[str, Counter] = {
    **people.COUNTERS, **first.COUNTERS, **attendance.COUNTERS, **sessions.COUNTERS, **beginnings.COUNTERS,
    **answers.COUNTERS, **suggestions.COUNTERS, **MORE_COUNTERS,
}  # fmt: skip

__all__ = ["COUNTERS", "Counter", "Ground", "ground_of"]
