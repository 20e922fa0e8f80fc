"""The lines of the short list that a host ticks before people come: for each risk, and for all."""

from participate.core.words import mark
from participate.projects.words.safety import Risk

# Two lines a risk, the more important first: where there are many risks, the second lines give way.
LINES: dict[Risk, tuple[tuple[str, str], tuple[str, str]]] = {
    Risk.FOOD: (
        ("food_clean", mark("Clean hands and a clean place. Cold food stays cold, hot food stays hot.")),
        ("food_card", mark("A card beside the food says what is in it.")),
    ),
    Risk.TOOLS: (
        ("tools_shown", mark("Somebody who knows the tools shows everyone first.")),
        ("tools_looked_at", mark("We look at each tool, ladder and plug before anybody uses it.")),
    ),
    Risk.CHILDREN: (
        ("children_two", mark("Two checked adults are always there. No adult is alone with a child.")),
        ("children_grown_up", mark("Each child’s grown-up stays, or we know how to reach them.")),
    ),
    Risk.PUBLIC_LAND: (
        ("land_asked", mark("Whoever owns the land has said yes.")),
        ("land_way", mark("We have looked at the way there: traffic, holes, glass. People can get past.")),
    ),
    Risk.ROAD: (
        ("road_asked", mark("We have asked the council to close the road, or will do it at least 12 weeks before.")),
        ("road_stewards", mark("Stewards stand at both ends, and an ambulance can get through.")),
    ),
    Risk.HIVES: (
        ("hives_keeper", mark("A trained keeper looks after the bees and is there when people come.")),
        ("hives_allergy", mark("A sign warns of bees, and we ask who is allergic to stings.")),
    ),
    Risk.POWER_TOOLS: (
        ("power_trained", mark("Only people who were shown how use power tools. Nobody under 16 does.")),
        ("power_goggles", mark("There are goggles, gloves and good air. Long hair is tied back.")),
    ),
    Risk.HOME_VISITS: (
        ("home_pairs", mark("We go in pairs, or meet first in a public place.")),
        ("home_known", mark("Somebody at the hub knows who is where, and when we are back.")),
    ),
}
FOR_ALL = (
    ("hurt", mark("We have a first-aid box and know what to do if somebody is hurt.")),
    ("two_hosts", mark("Two of us are there from the beginning to the end, and know the way out in a fire.")),
)
