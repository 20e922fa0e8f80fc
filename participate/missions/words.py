"""Words of the missions."""

from enum import StrEnum

from participate.core.words import mark


class MissionMeasure(StrEnum):
    """What is counted towards the goal."""

    PEOPLE = "people"
    VISITS = "visits"
    GIVEN = "given"
    OUTCOME = "outcome"

    @property
    def label(self) -> str:
        return _MEASURE_LABELS[self]

    @property
    def counted(self) -> str:
        """What exactly is counted."""
        return _COUNTED[self]


_MEASURE_LABELS = {
    MissionMeasure.PEOPLE: mark("Different people who came"),
    MissionMeasure.VISITS: mark("Visits: everybody, each time"),
    MissionMeasure.GIVEN: mark("Things given"),
    MissionMeasure.OUTCOME: mark("What a partner reports"),
}
_COUNTED = {
    MissionMeasure.PEOPLE: mark(
        "Different people who came to sessions of the projects under it, each counted once. Children, and people who "
        "left no name, are not in it: we cannot tell whether they came twice."
    ),
    MissionMeasure.VISITS: mark(
        "Everybody who came to sessions of the projects under it, children too, each time they came."
    ),
    MissionMeasure.GIVEN: mark(
        "Things that partners noted as given for it, for its projects and for their needs; and things handed over from "
        "the library of things in the name of whoever named the mission."
    ),
    MissionMeasure.OUTCOME: mark("What partners reported, each by their own count. It is theirs, not ours."),
}


class MissionStage(StrEnum):
    """How far a project has come under a mission."""

    INSPIRATION = "inspiration"
    PROTOTYPE = "prototype"
    TESTED = "tested"

    @property
    def label(self) -> str:
        return _STAGE_LABELS[self]


_STAGE_LABELS = {
    MissionStage.INSPIRATION: mark("Inspiration"),
    MissionStage.PROTOTYPE: mark("Prototype"),
    MissionStage.TESTED: mark("Tested"),
}
