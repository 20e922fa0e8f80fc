"""The 19 wards of Barking and Dagenham, so that a fresh install knows its borough before any import.

* Codes, names and middles: Office for National Statistics, ward boundaries May 2025 (generalised), Open
  Government Licence v3.0.
* People: Census 2021, spread from small areas onto the wards by households: an estimate.
* Neighbours: wards that share at least 100 m of those boundaries.
* Tile: a hand-made place on a map of squares, column and row counted from 0 at the north-west, so that each
  ward lies roughly where it lies.
* Old codes: wards before May 2022 (ONS, December 2020); each stands for the ward of today that took most of
  its land.
"""

from dataclasses import dataclass

BOROUGH_CODE = "E09000002"
BOROUGH_NAME = "Barking and Dagenham"
PEOPLE = "pop_2021"
CENSUS = "Estimate: Census 2021 of small areas, spread onto wards by households"
DEPRIVATION = "Estimate: Indices of Deprivation 2025 of small areas, weighted by people"
TILE_COLUMNS = 6
TILE_ROWS = 6
SHORT_NAMES = {
    "Barking Riverside": "Riverside",
    "Chadwell Heath": "Chadwell H.",
    "Eastbrook & Rush Green": "Eastbrook",
    "Thames View": "Thames V.",
}


@dataclass(frozen=True)
class WardFacts:
    """One ward: GSS code, name, middle in degrees, people, tile (column, row), neighbours."""

    code: str
    name: str
    lat: float
    lon: float
    people: int
    tile: tuple[int, int]
    beside: tuple[str, ...]

    @property
    def short(self) -> str:
        """A name of at most eleven letters, for a tile with a figure on it."""
        return SHORT_NAMES.get(self.name, self.name)

    @property
    def in_two_lines(self) -> str:
        """A name for a tile without a figure: at most two words of at most ten letters."""
        return self.short if self.name.count(" ") > 1 else self.name


def _ward(
    code: int, name: str, middle: tuple[float, float], people: int, tile: tuple[int, int], beside: str
) -> WardFacts:
    neighbours = tuple(f"E050140{end}" for end in beside.split())
    return WardFacts(f"E050140{code}", name, *middle, people, tile, neighbours)


WARDS: tuple[WardFacts, ...] = (
    _ward(53, "Abbey", (51.53633, 0.07950), 4503, (0, 4), "60 61 66"),
    _ward(54, "Alibon", (51.54643, 0.16288), 10077, (4, 3), "59 63 67 70"),
    _ward(55, "Barking Riverside", (51.52295, 0.12622), 9727, (3, 5), "56 60 62 68"),
    _ward(56, "Beam", (51.52416, 0.15469), 8466, (4, 5), "55 62 70"),
    _ward(57, "Becontree", (51.55437, 0.11802), 9749, (2, 2), "65 69"),
    _ward(58, "Chadwell Heath", (51.58342, 0.13860), 13952, (3, 0), "71"),
    _ward(59, "Eastbrook & Rush Green", (51.55635, 0.17209), 8679, (5, 2), "54 63 70"),
    _ward(60, "Eastbury", (51.53477, 0.10824), 15931, (2, 4), "53 55 61 62 64 65 66 68"),
    _ward(61, "Gascoigne", (51.53154, 0.08770), 10316, (1, 4), "53 60 68"),
    _ward(62, "Goresbrook", (51.53606, 0.13766), 13734, (3, 4), "55 56 60 65 67 70"),
    _ward(63, "Heath", (51.55869, 0.15391), 9085, (4, 2), "54 59 67 69 71"),
    _ward(64, "Longbridge", (51.54443, 0.09374), 13300, (1, 3), "60 65 66"),
    _ward(65, "Mayesbrook", (51.54548, 0.11615), 15450, (2, 3), "57 60 62 64 67"),
    _ward(66, "Northbury", (51.54094, 0.07895), 13099, (0, 3), "53 60 64"),
    _ward(67, "Parsloes", (51.54857, 0.13513), 15204, (3, 3), "54 62 63 65 69"),
    _ward(68, "Thames View", (51.52573, 0.09508), 5816, (2, 5), "55 60 61"),
    _ward(69, "Valence", (51.55869, 0.13681), 15140, (3, 2), "57 63 67 71"),
    _ward(70, "Village", (51.53843, 0.16178), 12565, (4, 4), "54 56 59 62"),
    _ward(71, "Whalebone", (51.56717, 0.14140), 14087, (3, 1), "58 63 69"),
)

# The part of the borough → the ends of its wards' codes. Our own grouping of wards that share a boundary, for figures.
_LOCALITIES = {
    "Barking": "53 60 61 64 66",
    "Thames side": "55 56 62 68",
    "Becontree and the north": "57 58 65 69 71",
    "Dagenham": "54 59 63 67 70",
}
LOCALITIES = {f"E050140{end}": name for name, ends in _LOCALITIES.items() for end in ends.split()}

# Old code → (old name, code of today's ward). Share of the old ward's land that went there in brackets.
OLD_WARDS: dict[str, tuple[str, str]] = {
    "E05000026": ("Abbey", "E05014066"),  # Northbury (.78); the rest is today's Abbey
    "E05000027": ("Alibon", "E05014054"),  # (.56)
    "E05000028": ("Becontree", "E05014057"),  # (.71)
    "E05000029": ("Chadwell Heath", "E05014058"),  # (1)
    "E05000030": ("Eastbrook", "E05014059"),  # Eastbrook & Rush Green (.80)
    "E05000031": ("Eastbury", "E05014060"),  # (.99)
    "E05000032": ("Gascoigne", "E05014061"),  # (.82)
    "E05000033": ("Goresbrook", "E05014062"),  # (.86)
    "E05000034": ("Heath", "E05014063"),  # (.54)
    "E05000035": ("Longbridge", "E05014064"),  # (1)
    "E05000036": ("Mayesbrook", "E05014065"),  # (.70)
    "E05000037": ("Parsloes", "E05014067"),  # (.66)
    "E05000038": ("River", "E05014056"),  # Beam (.88)
    "E05000039": ("Thames", "E05014055"),  # Barking Riverside (.66)
    "E05000040": ("Valence", "E05014069"),  # (.77)
    "E05000041": ("Village", "E05014070"),  # (1)
    "E05000042": ("Whalebone", "E05014071"),  # (.90)
}


def source_of(measure: str) -> str:
    """Where a figure of the ward statistics comes from."""
    return DEPRIVATION if "imd25" in measure else CENSUS
