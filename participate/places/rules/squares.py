"""250 m squares: coarse enough not to be an address, fine enough to tell five minutes' walk from twenty.

The earth is taken as flat around the borough: metres east and north of a fixed corner south-west of Great
Britain, at the scale of latitude 51.55° N (WGS84). Within the borough that is true to a metre in a kilometre;
far from it east–west distances stretch (4 % at Manchester), which no walk notices.
"""

import math

SIDE = 250  # metres
CORNER_LAT, CORNER_LON = 49.0, -8.0
METRES_A_DEGREE_NORTH = 111_259.0
METRES_A_DEGREE_EAST = 69_365.0
ROW = 10_000  # a square is east_index * ROW + north_index

# Streets bend: in towns the way on foot is a fifth to two fifths longer than the straight line. 1.3 is the
# usual planning value between. 80 m a minute is 4.8 km/h, the walking speed of Transport for London's measure
# of public transport access (PTAL).
DETOUR = 1.3
METRES_A_MINUTE = 80
STEP = 5  # minutes


def square_of(lat: float | None, lon: float | None) -> int | None:
    """The square of a point in degrees; None where the point is unknown or far from Great Britain."""
    if lat is None or lon is None or not (CORNER_LAT <= lat <= 61.5 and CORNER_LON <= lon <= 3.0):
        return None
    east = int((lon - CORNER_LON) * METRES_A_DEGREE_EAST // SIDE)
    north = int((lat - CORNER_LAT) * METRES_A_DEGREE_NORTH // SIDE)
    return east * ROW + north


def centre_of(square: int) -> tuple[float, float]:
    """The middle of a square: (latitude, longitude) in degrees."""
    east, north = divmod(square, ROW)
    lat = CORNER_LAT + (north + 0.5) * SIDE / METRES_A_DEGREE_NORTH
    lon = CORNER_LON + (east + 0.5) * SIDE / METRES_A_DEGREE_EAST
    return lat, lon


def metres_between(one: int, other: int) -> float:
    """The straight line between the middles of two squares, in metres."""
    east, north = divmod(one, ROW)
    other_east, other_north = divmod(other, ROW)
    return SIDE * math.hypot(east - other_east, north - other_north)


def walking_minutes(one: int | None, other: int | None) -> int | None:
    """About how many minutes' walk between two squares: 5, 10, 15 …, rounded up. None if one is unknown."""
    if one is None or other is None:
        return None
    minutes = metres_between(one, other) * DETOUR / METRES_A_MINUTE
    return max(STEP, math.ceil(minutes / STEP) * STEP)
