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


_MEASURE_LABELS = {
    MissionMeasure.PEOPLE: mark("Different people who came"),
    MissionMeasure.VISITS: mark("Visits: everybody, each time"),
    MissionMeasure.GIVEN: mark("Things given"),
    MissionMeasure.OUTCOME: mark("What a partner reports"),
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
