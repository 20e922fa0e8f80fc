"""Who lives in the borough, by the Census: to hold beside who chose to say something about themselves. Pure.

A page gives the sums of the ward figures that were imported (`places import`); without them the borough's totals of the
same file hold, typed in below.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from participate.core.words import mark

SOURCE = mark(
    "Census 2021 of small areas (Office for National Statistics, Nomis TS tables, Open Government Licence v3.0), "
    "spread onto the 19 wards of 2022 by households and added up: an estimate."
)
PEOPLE = "pop_2021"
# Ward figures by name, summed over the 19 wards of bd_ward25_estimates.csv.
TOTALS: Mapping[str, int] = {
    PEOPLE: 218_880, "age_16_24": 25_048, "age_25_34": 33_277, "age_35_49": 50_656, "age_50_64": 33_753,
    "age_65_plus": 19_025, "eth_white": 98_260, "eth_mixed": 9_322, "eth_asian": 56_587, "eth_black": 46_816,
    "eth_other": 7_882, "disabled": 28_993,
}  # fmt: skip


@dataclass(frozen=True)
class Beside:
    """What one split is held against. `of`: split → the ward figure; `among`: the people that its shares are of."""

    of: Mapping[str, str]
    among: tuple[str, ...]
    caveat: str


_AGES = {
    "age:16-24": "age_16_24", "age:25-34": "age_25_34", "age:35-49": "age_35_49", "age:50-64": "age_50_64",
    "age:65+": "age_65_plus",
}  # fmt: skip
_GROUPS = {f"ethnic:{group}": f"eth_{group}" for group in ("white", "mixed", "asian", "black", "other")}
BESIDE: Mapping[str, Beside] = {
    "age": Beside(_AGES, tuple(_AGES.values()), mark("Shares of everybody who is 16 or older.")),
    "ethnic": Beside(
        _GROUPS, tuple(_GROUPS.values()), mark("Shares of everybody, children too. Only grown-ups were asked here.")
    ),
    "disability": Beside(
        {"disability:yes": "disabled"}, (PEOPLE,),
        mark("Shares of everybody, children too: disabled under the Equality Act, limited a little or a lot."),
    ),
}  # fmt: skip


def share(split: str, sums: Mapping[str, float] | None = None) -> int | None:
    """The Census share of a split ("age:16-24") in whole per cent; None where there is none ("age:rather_not").

    `sums`: the imported ward figures, each summed over the wards; the typed totals stand in where one is missing.
    """
    beside = BESIDE.get(split.partition(":")[0])
    if beside is None or split not in beside.of:
        return None
    needed = (*beside.among, beside.of[split])
    figures: Mapping[str, float] = sums if sums is not None and all(sums.get(name) for name in needed) else TOTALS
    return round(100 * figures[beside.of[split]] / sum(figures[name] for name in beside.among))
