"""Who came to the demo's sessions."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from tests.demo.paper import Rows, neighbourhood

AT = datetime(2026, 7, 2, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def rows() -> Rows:
    return neighbourhood(AT)


def test_only_what_is_over_is_counted(rows: Rows) -> None:
    over = {row["id"] for row in rows["session"] if row["ends_at"] < AT}
    counted = {row["id"] for row in rows["session"] if row["counted_at"] is not None}
    assert counted < over, "most, not all"
    assert len(counted) > len(over) / 2
    assert {row["session_id"] for row in rows["attendance"]} == counted
    assert all((row["counted_at"] is None) == (row["actual_minutes"] is None) for row in rows["session"])


def test_nobody_counts_twice_and_no_room_is_too_full(rows: Rows) -> None:
    known = Counter((row["session_id"], row["person_id"]) for row in rows["attendance"] if row["person_id"])
    assert set(known.values()) == {1}
    limits = {row["id"]: row["capacity"] for row in rows["session"]}
    heads = Counter(row["session_id"] for row in rows["attendance"])
    assert all(limits[number] is None or count <= limits[number] for number, count in heads.items())


def test_children_have_a_band_and_nothing_else(rows: Rows) -> None:
    children = [row for row in rows["attendance"] if row["band"] != "adult"]
    assert children
    assert all(row["person_id"] is None and not row["first_time"] for row in children)


def test_everybody_is_there_for_the_first_time_once(rows: Rows) -> None:
    first = Counter(row["person_id"] for row in rows["attendance"] if row["first_time"])
    assert set(first.values()) == {1}
    assert set(first) == {row["person_id"] for row in rows["attendance"] if row["person_id"]}
