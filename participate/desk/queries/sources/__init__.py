"""Where what waits comes from: each source gives one statement of the same columns (see `_line`)."""

from participate.desk.queries.sources import lent, partners, people, planned, read
from participate.desk.queries.sources._line import Source, light, only
from participate.desk.words import WaitKind

ALL: dict[Source, tuple[WaitKind, ...]] = (
    read.SOURCES | lent.SOURCES | planned.SOURCES | people.SOURCES | partners.SOURCES
)
OFFSETS = (*read.OFFSETS, *lent.OFFSETS, *planned.OFFSETS, *people.OFFSETS)  # the moments that they ask about

__all__ = ["ALL", "OFFSETS", "Source", "light", "only"]
