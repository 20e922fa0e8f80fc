"""Words of the home page and the one box: what a line says, and what goes to the council."""

from enum import StrEnum

from participate.core.words import mark


class Kind(StrEnum):
    """What somebody says in the one box."""

    INTEREST = "interest"
    SKILL = "skill"
    SPACE = "space"
    MATERIAL = "material"
    IDEA = "idea"
    REPORT = "report"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]

    @property
    def opening(self) -> str:
        """How the sentence begins, as the box offers it."""
        return _OPENINGS[self]


_KIND_LABELS = {
    Kind.INTEREST: mark("Something I like"),
    Kind.SKILL: mark("Something I can show"),
    Kind.SPACE: mark("A space"),
    Kind.MATERIAL: mark("A thing"),
    Kind.IDEA: mark("An idea"),
    Kind.REPORT: mark("Something for the council"),
}
_OPENINGS = {
    Kind.INTEREST: mark("I’d like to …"),
    Kind.SKILL: mark("I can show someone …"),
    Kind.SPACE: mark("I have a space …"),
    Kind.MATERIAL: mark("I have a thing …"),
    Kind.IDEA: mark("Wouldn’t it be good if …"),
    Kind.REPORT: mark("Please mend …"),
}


class CouncilTopic(StrEnum):
    """What the council looks after."""

    RUBBISH = "rubbish"
    ROAD = "road"
    LIGHT = "light"
    NOISE = "noise"
    REPAIR = "repair"
    VEHICLE = "vehicle"
    GRAFFITI = "graffiti"
    TREE = "tree"

    @property
    def label(self) -> str:
        return _TOPIC_LABELS[self]


_TOPIC_LABELS = {
    CouncilTopic.RUBBISH: mark("rubbish and bins"),
    CouncilTopic.ROAD: mark("roads and pavements"),
    CouncilTopic.LIGHT: mark("street lights"),
    CouncilTopic.NOISE: mark("noise"),
    CouncilTopic.REPAIR: mark("repairs"),
    CouncilTopic.VEHICLE: mark("parked and left vehicles"),
    CouncilTopic.GRAFFITI: mark("graffiti"),
    CouncilTopic.TREE: mark("trees on the street"),
}
