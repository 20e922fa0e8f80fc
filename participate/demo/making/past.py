"""What the history leaves behind for the three weeks around today, and for what is asked later."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Held:
    """A session that took place, with its row."""

    id: int
    project: int
    ends_at: datetime


@dataclass
class Past:
    """Who came how often, and the last session of each project. Empty where there is no history."""

    times: Counter[int] = field(default_factory=Counter)  # person → attendances
    often: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # project → its regulars
    held: dict[int, list[Held]] = field(default_factory=lambda: defaultdict(list))  # project → its counted sessions
    ends: dict[int, date] = field(default_factory=dict)  # project → its last day, where it meets no more
