"""Hours of spaces, and things lent, given and taken. Pure."""

from participate.core.words import mark
from participate.insight.measures.definition import Measure
from participate.insight.measures.more.said import AS_COUNTED, EVERY, NO_WARD, worded
from participate.insight.words import Basis, Group, Unit

_HOURS = mark("We add up the minutes of each space for each month and round them to whole hours.")
_NO_HOMES = mark("Homes and neighbours’ gardens are left out.")
_WITH_HOURS = mark("Spaces that name no opening hours are left out, because nobody can say how much they offer.")

SPACES = (
    Measure(
        key="space_hours_used",
        name=mark("Hours that spaces were used"),
        wordings=worded(
            mark("Hours for which somebody had booked a space, and the booking was agreed and not called off.")
        ),
        unit=Unit.HOURS,
        source=mark("Bookings that were agreed, by the moment at which they begin, without the time to set up."),
        caveats=(_HOURS, _NO_HOMES, _WITH_HOURS, mark("We do not know if everybody who booked came."), NO_WARD),
        group=Group.SPACES_AND_THINGS,
        basis=Basis.PLACE,
        grains=EVERY,
        of="space_hours_offered",
        people=False,
    ),
    Measure(
        key="space_hours_offered",
        name=mark("Hours that spaces were open"),
        wordings=worded(
            mark("Hours for which spaces were open to be booked, from their first day here to their last.")
        ),
        unit=Unit.HOURS,
        source=mark("The opening hours of the spaces that are shown, with closed days and terms."),
        caveats=(_HOURS, _NO_HOMES, _WITH_HOURS, AS_COUNTED, NO_WARD),
        group=Group.SPACES_AND_THINGS,
        basis=Basis.PLACE,
        grains=EVERY,
        people=False,
    ),
)
THINGS = (
    Measure(
        key="lent",
        name=mark("Things lent"),
        wordings=worded(mark("Things that somebody borrowed and collected. Ten chairs are ten things.")),
        unit=Unit.THINGS,
        source=mark("Loans, by the moment at which the thing was collected."),
        caveats=(mark("What was asked for and never collected is not in it."), NO_WARD),
        group=Group.SPACES_AND_THINGS,
        basis=Basis.PLACE,
        grains=EVERY,
        people=False,
    ),
    Measure(
        key="given",
        name=mark("Things given"),
        wordings=worded(mark("Things that somebody gave away and somebody else collected, for good.")),
        unit=Unit.THINGS,
        source=mark("Gifts that were handed over, by the moment at which it was said whose they are."),
        caveats=(mark("What neighbours give each other without us is not in it."), NO_WARD),
        group=Group.SPACES_AND_THINGS,
        basis=Basis.PLACE,
        grains=EVERY,
        people=False,
    ),
    Measure(
        key="taken",
        name=mark("Things taken from a shelf"),
        wordings=worded(mark("Things that people took from a hub’s “take what you need” shelf.")),
        unit=Unit.THINGS,
        source=mark("The daily count of each shelf. We note nothing about who took it."),
        caveats=(mark("One person can take more than once. So this is not a number of people."), NO_WARD),
        group=Group.SPACES_AND_THINGS,
        basis=Basis.PLACE,
        grains=EVERY,
    ),
)
SPACES_AND_THINGS = (*SPACES, *THINGS)
