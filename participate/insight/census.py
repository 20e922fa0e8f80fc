"""The Census of the borough that the house knows from the start, until figures of its wards are brought in. Pure."""

from collections.abc import Mapping

from participate.places.data.wards import BOROUGH_CODE, PEOPLE

# Census 2021 of small areas (Office for National Statistics, Nomis TS tables, Open Government Licence v3.0), spread
# onto the 19 wards of 2022 by households and added up: an estimate. Figure about wards → its sum.
TOTALS: Mapping[str, int] = {
    PEOPLE: 218_880, "age_16_24": 25_048, "age_25_34": 33_277, "age_35_49": 50_656, "age_50_64": 33_753,
    "age_65_plus": 19_025, "eth_white": 98_260, "eth_mixed": 9_322, "eth_asian": 56_587, "eth_black": 46_816,
    "eth_other": 7_882, "disabled": 28_993,
}  # fmt: skip


def residents(borough: str, brought_in: Mapping[str, int]) -> Mapping[str, int]:
    """Figure about wards → people of the borough. `borough`: its GSS code. What was brought in is never mixed with the
    totals: they stand in only where nothing but the number of people is known.
    """
    if borough == BOROUGH_CODE and set(brought_in) <= {PEOPLE}:
        return TOTALS
    return brought_in
