"""The demo neighbourhood fills what pages show: a new table or column must be filled, or say here why not."""

import pytest

import participate.demo.models
import participate.desk.models
import participate.introductions.models
import participate.matching.models
import participate.missions.models
import participate.moderation.models  # noqa: F401 - the top floors’ tables bring all others
from participate.core.db import Base
from participate.demo.tables import MODELS, TABLES
from tests.demo.paper import Rows, neighbourhood
from tests.street import NOON

EMPTY_TABLES = {
    "audit_row": "filled by every change",
    "borough": "shipped with the product",
    "ward": "shipped with the product",
    "ward_code": "shipped with the product",
    "ward_figure": "shipped with the product",
    "recipe": "shipped with the product",
    "code": "made by signing in",
    "sign_in": "made by signing in",
    "throttle": "made by trying",
    "promise": "made by changes of people",
    "periodic_run": "made by the clock",
    "report": "made by readers",
    "demo_range": "the demo's own memory",
    "snapshot": "made when a month closes",
    "figure": "made when a month closes",
    "framework": "shipped with the product",
    "goal": "shipped with the product",
    "outside": "taken in from files",
    "outside_figure": "taken in from files",
    "story_beside": "officers ask, and writers agree",
    "calendar_feed": "made by putting a calendar into a phone",
    "photo": "drawn and put up by the server, beside the bulk of the rows",
    "photo_ask": "made by asking to have a photo taken down",
    "apart": "who is kept apart from whom is not invented",
    "card": "printed at a hub",
    "tablet": "stands in a hub",
    "staff_pin": "set by staff",
    "merge": "made by staff",
    "same_person": "found by the house",
    "sent": "made by letters",
    "call": "made by letters",
    "notice": "made by letters",
    "bounce": "made by letters that come back",
    "gate": "made by a sender that is down",
    "told": "made by weekly mails",
    "member_invite": "made by speakers",
    "measure": "made by staff",
    "synonym": "made by staff",
    "worry": "a worry is not invented",
    "worry_note": "a worry is not invented",
    "worry_kept": "a worry is not invented",
    "audit_seal": "made by the house",
    "audit_checkpoint": "made by the house",
    "claim": "made by staff at work",
    "stand_in": "made when a host cannot come",
    "undo": "made by staff at work",
}  # fmt: skip
EMPTY_COLUMNS = {
    "hidden_at": "staff hide things, the demo has nothing to hide",
    "hidden_because": "staff hide things, the demo has nothing to hide",
    "asked_on": "the house asks again",
    "expired_on of posting": "the house notes it", "expired_on of space": "the house notes it",
    "contact_hash": "guests come by themselves",
    "source of project": "of projects done elsewhere",
    "source_key": "of projects done elsewhere",
    "place_code": "of projects done elsewhere",
    "place_text": "of projects done elsewhere",
    "grown_from_id": "of projects begun from one done elsewhere",
    "bounced_at": "no letter came back yet",
    "merged_into_id": "staff find doubles",
    "website": "no invented partner has one",
    "follows_id": "made by changing a series from a day on",
    "refused_at": "the hub has said yes, or not yet answered",
    "offered_until of sign_up": "nobody is just being asked",
    "replaces_id of commitment": "nothing was changed yet",
    "reason of commitment": "nothing was changed yet",
    "name of attendance": "walk-ins of the demo are numbers",
    "ended_at of by_hand": "it holds", "ended_by of by_hand": "it holds",
    "ended_at of placing": "it holds", "ended_by of placing": "it holds",
    "closed_at of project_set": "it is still asked for",
    "space_id of ask_line": "neighbours are asked", "material_id of ask_line": "neighbours are asked",
    "booking_id of ask_line": "neighbours are asked", "loan_id of ask_line": "neighbours are asked",
    "gift_ask_id of ask_line": "neighbours are asked",
}  # fmt: skip


@pytest.fixture(scope="module")
def rows() -> Rows:
    return neighbourhood(NOON, years=1)


def test_every_table_is_filled_or_says_why_not() -> None:
    known = {table.name for table in Base.metadata.sorted_tables}
    assert known == set(TABLES) | set(EMPTY_TABLES)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__tablename__)
def test_every_column_is_filled_or_says_why_not(model: type, rows: Rows) -> None:
    table = Base.metadata.tables[model.__tablename__]
    made = rows[table.name]
    for column in table.columns:
        excused = column.name in EMPTY_COLUMNS or f"{column.name} of {table.name}" in EMPTY_COLUMNS
        filled = any(row.get(column.name) not in (None, "") for row in made)
        assert filled or excused, f"{table.name}.{column.name}"
        assert not (filled and excused), f"{table.name}.{column.name} is filled now: take it off the list"


def test_excuses_are_about_something() -> None:
    names = {column.name for table in Base.metadata.sorted_tables for column in table.columns}
    assert {excuse.split(" of ")[0] for excuse in EMPTY_COLUMNS} <= names
