"""A small borough and its year 2025, with all that can go wrong in it: for counting it twice.

Rows lie before, in and after the year; late ones, hidden ones, called off ones; people who turned out to be others.
"""

from participate.core.db import db
from participate.insight.frameworks import plant_frameworks
from tests.insight.year.things import Things
from tests.insight.year.together import Together


class Year(Together, Things):
    """Everything that is in it, made from one seed."""

    def build(self) -> None:
        """Put it into the database and commit."""
        plant_frameworks()
        self._places()
        self._people()
        self._projects()
        self._sessions()
        self._introductions()
        self._spaces()
        self._things()
        self._partners()
        self._answers()
        db.session.commit()
