"""250 m squares and walks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.places.data.wards import WARDS
from participate.places.rules import centre_of, metres_between, square_of, walking_minutes

LATS = st.floats(51.50, 51.62)
LONS = st.floats(0.05, 0.20)
HOME = square_of(51.5401, 0.1496)


def _step(square: int, east: int, north: int) -> int:
    return square + east * 10_000 + north


@given(LATS, LONS)
def test_a_point_lies_within_half_a_square_of_its_centre(lat: float, lon: float) -> None:
    square = square_of(lat, lon)
    assert square is not None
    centre_lat, centre_lon = centre_of(square)
    assert abs(centre_lat - lat) * 111_259 <= 125.01
    assert abs(centre_lon - lon) * 69_365 <= 125.01


@given(LATS, LONS)
def test_the_centre_of_a_square_lies_in_it(lat: float, lon: float) -> None:
    square = square_of(lat, lon)
    assert square is not None
    assert square_of(*centre_of(square)) == square


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(None, 0.1), (51.5, None), (0.1, 51.5), (48.8, 2.3), (float("nan"), 0.1), (51.5, float("inf")), (90, 0)],
)
def test_an_unknown_or_far_point_has_no_square(lat: float | None, lon: float | None) -> None:
    assert square_of(lat, lon) is None


def test_a_square_is_coarse() -> None:
    """Two doors 60 m apart cannot be told from one another, wherever most pairs stand."""
    lat, lon = centre_of(HOME)
    assert square_of(lat + 0.0005, lon) == HOME
    assert square_of(lat, lon - 0.0008) == HOME


@pytest.mark.parametrize(
    ("east", "north", "minutes"),
    [
        (0, 0, 5),  # the same square
        (1, 0, 5),  # 250 m · 1.3 / 80 = 4.1
        (0, -1, 5),
        (1, 1, 10),  # 5.7
        (2, 0, 10),  # 8.1
        (0, 3, 15),  # 12.2
        (3, 4, 25),  # 1,250 m: 20.3
        (-4, 0, 20),  # 16.25
        (16, 0, 65),  # 4 km: 65 to the minute, not 70
    ],
)
def test_minutes_come_in_fives_rounded_up(east: int, north: int, minutes: int) -> None:
    assert walking_minutes(HOME, _step(HOME, east, north)) == minutes


def test_minutes_are_none_when_a_place_is_unknown() -> None:
    assert walking_minutes(None, HOME) is None
    assert walking_minutes(HOME, None) is None
    assert walking_minutes(None, None) is None


@given(LATS, LONS, LATS, LONS)
def test_the_way_there_is_the_way_back(lat: float, lon: float, other_lat: float, other_lon: float) -> None:
    one, other = square_of(lat, lon), square_of(other_lat, other_lon)
    minutes = walking_minutes(one, other)
    assert minutes == walking_minutes(other, one)
    assert minutes is not None
    assert minutes >= 5
    assert minutes % 5 == 0


def test_a_known_way_is_about_right() -> None:
    """Dagenham Library to Valence Library: 2.29 km in a straight line by their published positions."""
    there = square_of(51.55831, 0.13417)
    assert HOME is not None
    assert there is not None
    assert abs(metres_between(HOME, there) - 2290) < 250
    assert walking_minutes(HOME, there) == 40


def test_the_middles_of_the_wards_have_squares() -> None:
    assert len({square_of(ward.lat, ward.lon) for ward in WARDS}) == len(WARDS)
