"""People who were brought together. Pure."""

from participate.core.words import mark
from participate.insight.measures.definition import Measure
from participate.insight.measures.more.said import EVERY, worded
from participate.insight.words import Basis, Group, Unit

_SOURCE = mark("Introductions, by the moment at which the second of the two said yes.")
_BOTH_YES = mark("Who said no, or did not answer, is never counted.")
_ONLY_OURS = mark("People also meet at sessions without being introduced. We cannot see that, and do not count it.")
_NOW = mark("The ward is where each of them lives on the day on which we count.")

TOGETHER = (
    Measure(
        key="connections",
        name=mark("New connections"),
        wordings=worded(mark("Two people were introduced and both said yes. Each pair counts once, ever.")),
        unit=Unit.CONNECTIONS,
        source=_SOURCE,
        caveats=(_BOTH_YES, _ONLY_OURS),
        group=Group.COMING_TOGETHER,
        basis=Basis.BOROUGH,
        grains=EVERY,
        people=False,
    ),
    Measure(
        key="connections_across",
        name=mark("New connections across wards"),
        wordings=worded(mark("Two people who live in different wards were introduced, and both said yes.")),
        unit=Unit.CONNECTIONS,
        source=_SOURCE,
        caveats=(mark("Only pairs of whom we know both wards."), _NOW),
        group=Group.COMING_TOGETHER,
        basis=Basis.BOROUGH,
        grains=EVERY,
        part_of="connections",
        of="connections",
        people=False,
    ),
    Measure(
        key="connections_within",
        name=mark("New connections within a ward"),
        wordings=worded(mark("Two people who live in the same ward were introduced, and both said yes.")),
        unit=Unit.CONNECTIONS,
        source=_SOURCE,
        caveats=(
            mark(
                "A connection between two wards has no ward of its own. So it stands in its own line, and not here: "
                "otherwise the wards would not add up to the borough."
            ),
            mark("Only pairs of whom we know both wards."),
            _NOW,
        ),
        group=Group.COMING_TOGETHER,
        basis=Basis.LIVES,
        grains=EVERY,
        part_of="connections",
        apart_from="connections_across",
        of="connections",
        people=False,
    ),
)
