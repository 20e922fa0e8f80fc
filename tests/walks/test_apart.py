"""A blocked pair never meets: not in any page, list, feed or file that either opens, whoever asked for it."""

import pytest
from flask import Flask

from participate.accounts import service as accounts
from participate.accounts.words import ApartBy
from participate.core.db import db
from tests.samples import ids_of
from tests.street import Street
from tests.walks.apart import mappers_of_people, shown_again_on, shown_on, tables_of, traces_of

# Reader, the other, and who asked for it: the reader, the other, or the hub.
PAIRS = (
    ("amina", "bilal", "reader"),
    ("bilal", "amina", "other"),
    ("chidi", "bilal", "hub"),
    ("bilal", "chidi", "other"),
)
LEAST_PAGES = 12
LEAST_FORMS = 25
# Only staff, or she herself, ever read these; there is nothing of hers in them that another resident could open.
NOT_FOR_OTHERS = {
    "apart", "attention", "call", "card", "claim", "code", "consent", "equality_ask", "host_record", "measure", "merge",
    "away", "bounce", "photo_ask",
    "notice", "role_held", "same_person", "sent", "sign_in", "staff_pin", "tablet", "free_time", "calendar_feed",
}  # fmt: skip


@pytest.mark.parametrize(("reader", "other", "asked"), PAIRS)
def test_they_never_meet(app: Flask, street: Street, reader: str, other: str, asked: str) -> None:
    ids = ids_of(street)
    me, them = getattr(street, reader), getattr(street, other)
    traces = traces_of(them)
    before = shown_on(app, me, traces, ids)
    # The control: nothing is kept from a reader who keeps nobody apart, and there is much to see.
    assert len(before) >= (LEAST_PAGES if app.config["DATABASE_KIND"] == "sqlite" else LEAST_PAGES // 2), before
    keep_apart(street, me.id, them.id, asked)
    met = shown_on(app, me, traces, ids)
    assert not met, "\n".join(f"{page}: {words}" for page, words in met.items())


@pytest.mark.parametrize(("reader", "other", "asked"), PAIRS[:3])
def test_nor_on_a_page_that_stands_again(app: Flask, street: Street, reader: str, other: str, asked: str) -> None:
    """What a form that was filled in wrong comes back with hides the same people."""
    ids = ids_of(street)
    me, them = getattr(street, reader), getattr(street, other)
    traces = traces_of(them)
    keep_apart(street, me.id, them.id, asked)
    found = shown_again_on(app, me, traces, ids)
    assert len(found) >= (LEAST_FORMS if app.config["DATABASE_KIND"] == "sqlite" else LEAST_FORMS // 3)
    assert not any(found.values()), "\n".join(f"{page}: {words}" for page, words in found.items() if words)


def keep_apart(street: Street, me: int, them: int, asked: str) -> None:
    """One of the two asks for it, or the hub."""
    if asked == "hub":
        accounts.set_apart(street.dora.id, them, me, ApartBy.HUB)
    else:
        accounts.set_apart(me, *((me, them) if asked == "reader" else (them, me)))
    db.session.commit()


def test_much_of_what_a_person_can_make_is_there_to_be_seen(app: Flask, street: Street) -> None:
    """A table that is never filled here would be asked in vain."""
    ids_of(street)
    filled = set().union(*(tables_of(each) for each in (street.amina, street.bilal, street.chidi)))
    tables = {mapper.class_.__tablename__ for mapper, _own in mappers_of_people()} - NOT_FOR_OTHERS
    print(sorted(tables - filled))
    assert len(tables - filled) <= 8, sorted(tables - filled)


def test_staff_see_both_at_work(app: Flask, street: Street) -> None:
    """Who keeps somebody apart from one of the staff is served at the counter all the same."""
    ids_of(street)
    accounts.set_apart(street.bilal.id, street.bilal.id, street.dora.id)
    db.session.commit()
    client = app.test_client().become(street.dora)  # type: ignore[attr-defined]
    assert "Bilal" in client.get(f"/sessions/{street.session.id}/coming").text
    assert "Bilal" not in client.get(f"/projects/{street.project.id}").text
