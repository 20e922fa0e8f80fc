"""Where what waits comes from: each source gives one statement of the same columns (see `_line`)."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select

from participate.desk.queries.area import Area
from participate.desk.queries.sources import lent, people, planned, read

Source = Callable[[Area], Select[Any]]
ALL: tuple[Source, ...] = (*read.SOURCES, *lent.SOURCES, *planned.SOURCES, *people.SOURCES)
