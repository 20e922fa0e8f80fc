"""The three factors of a place that holds together, for each ward: civic assets, engagement, connectedness. Pure.

A count is published, and the page makes "for each 1,000 residents" of the rounded count and the people of the ward.
"""

from dataclasses import dataclass

from participate.core.words import mark
from participate.insight.measures.definition import Measure
from participate.insight.measures.more.said import AS_COUNTED, AT_THE_END, EVERY, NO_WARD, worded
from participate.insight.words import Basis, Group, Unit

_LIVES_NOW = mark("The ward is where each of them lives on the day on which we count.")


@dataclass(frozen=True)
class Factor:
    """One of the three. `measure`: the count that is shown for each 1,000 residents of a ward."""

    key: str
    name: str
    words: str
    measure: str


FACTORS = (
    Factor(
        "assets",
        mark("Civic assets"),
        mark("What there is to use: spaces, hubs, open projects and things to lend, for each 1,000 residents."),
        "civic_assets",
    ),
    Factor(
        "engagement",
        mark("Engagement"),
        mark("How many people who live there took part, of each 1,000 residents."),
        "people",
    ),
    Factor(
        "connectedness",
        mark("Connectedness"),
        mark("How many people who live there made a new connection, of each 1,000 residents."),
        "connected_people",
    ),
)
FACTOR_MEASURES = (
    Measure(
        key="civic_assets",
        name=mark("Civic assets"),
        wordings=worded(
            mark("Spaces to use, hubs, projects that are alive and things to lend, in the ward where they are.")
        ),
        unit=Unit.ASSETS,
        source=mark("What is shown to everybody on the last day: spaces, hubs, projects and things to lend."),
        caveats=(
            AT_THE_END,
            AS_COUNTED,
            mark("A big hall counts as much as a drill. It is a first look and no judgement."),
            mark("Only what is here on the site. A ward may have more."),
            NO_WARD,
        ),
        group=Group.PLACE,
        basis=Basis.PLACE,
        grains=EVERY,
        adds_over_time=False,
    ),
    Measure(
        key="connected_people",
        name=mark("People with a new connection"),
        wordings=worded(
            mark("Different people who were introduced to somebody, where both said yes. Each counts once.")
        ),
        unit=Unit.PEOPLE,
        source=mark("Both people of each introduction, by the moment at which the second said yes."),
        caveats=(mark("Connections within the ward and to other wards count alike."), _LIVES_NOW, NO_WARD),
        group=Group.PLACE,
        basis=Basis.LIVES,
        grains=EVERY,
        adds_over_time=False,
    ),
    Measure(
        key="connected_across",
        name=mark("People with a new connection to another ward"),
        wordings=worded(
            mark("Of these people, those who were introduced to somebody who lives in another ward, and both said yes.")
        ),
        unit=Unit.PEOPLE,
        source=mark("Both people of each introduction, by the moment at which the second said yes."),
        caveats=(mark("Only pairs of whom we know both wards."), _LIVES_NOW),
        group=Group.PLACE,
        basis=Basis.LIVES,
        grains=EVERY,
        adds_over_time=False,
        part_of="connected_people",
        of="connected_people",
    ),
)
