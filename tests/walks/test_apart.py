"""A blocked pair never meets: not in any page, list, feed or file that either opens."""

import pytest
from flask import Flask

from participate.accounts import service as accounts
from participate.core.db import db
from tests.samples import ids_of
from tests.street import Street
from tests.walks.apart import shown_on, tables_of, traces_of

PAIRS = (("amina", "bilal"), ("bilal", "amina"), ("chidi", "bilal"), ("chidi", "amina"), ("bilal", "chidi"))
LEAST_PAGES = 10


@pytest.mark.parametrize(("reader", "other"), PAIRS)
def test_they_never_meet(app: Flask, street: Street, reader: str, other: str) -> None:
    ids = ids_of(street)
    me, them = getattr(street, reader), getattr(street, other)
    traces = traces_of(them)
    accounts.set_apart(me.id, me.id, them.id)
    db.session.commit()
    met = shown_on(app, me, traces, ids)
    assert not met, "\n".join(f"{page}: {words}" for page, words in met.items())


@pytest.mark.parametrize(("reader", "other"), PAIRS)
def test_before_they_met_in_many_places(app: Flask, street: Street, reader: str, other: str) -> None:
    """The control: nothing is kept from a reader who keeps nobody apart, and there is much to see."""
    ids = ids_of(street)
    met = shown_on(app, getattr(street, reader), traces_of(getattr(street, other)), ids)
    assert len(met) >= LEAST_PAGES, met


def test_each_has_rows_in_the_tables_that_are_asked(app: Flask, street: Street) -> None:
    ids_of(street)
    print(sorted(tables_of(street.bilal) | tables_of(street.chidi) | tables_of(street.amina)))
