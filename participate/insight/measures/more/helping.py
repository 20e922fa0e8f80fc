"""Hosts, partners and missions. Pure."""

from participate.core.words import mark
from participate.insight.measures.definition import Measure
from participate.insight.measures.more.said import AS_COUNTED, AT_THE_END, EVERY, HELD, NO_WARD, worded
from participate.insight.words import Basis, Group, Unit

_PARTNERS = mark("Only what partners tell us here. They may do more.")

HELPING = (
    Measure(
        key="hosts",
        name=mark("People who hosted"),
        wordings=worded(mark("Different people who hosted at least one session that was held. Each counts once.")),
        unit=Unit.PEOPLE,
        source=mark("The one host of each session that was held. Two entries of one person are one, once merged."),
        caveats=(HELD, mark("The ward is where the host lives."), mark("Who helps a host is not in it."), NO_WARD),
        group=Group.HELPING,
        basis=Basis.LIVES,
        grains=EVERY,
        adds_over_time=False,
    ),
    Measure(
        key="pledges_made",
        name=mark("Pledges that partners made"),
        wordings=worded(mark("A partner said that it will give something: a space, things, time or a skill.")),
        unit=Unit.PLEDGES,
        source=mark("Pledges, by the moment at which they were made."),
        caveats=(
            _PARTNERS,
            mark("Pledges that a team did not need are left out. Those that the partner took back are in it."),
            AS_COUNTED,
        ),
        group=Group.HELPING,
        basis=Basis.BOROUGH,
        grains=EVERY,
    ),
    Measure(
        key="pledges_kept",
        name=mark("Pledges that partners kept"),
        wordings=worded(mark("A partner has given all that it said it would.")),
        unit=Unit.PLEDGES,
        source=mark("What partners gave, by the day on which the last of it was given."),
        caveats=(
            _PARTNERS,
            mark("A pledge may be made in one year and kept in the next. So kept can be more than made."),
        ),
        group=Group.HELPING,
        basis=Basis.BOROUGH,
        grains=EVERY,
    ),
    Measure(
        key="missions_running",
        name=mark("Missions that run"),
        wordings=worded(mark("Missions that have begun and are not over on the last day.")),
        unit=Unit.MISSIONS,
        source=mark("Missions, by their first and last day."),
        caveats=(AT_THE_END,),
        group=Group.HELPING,
        basis=Basis.BOROUGH,
        grains=EVERY,
        adds_over_time=False,
    ),
    Measure(
        key="mission_outcomes",
        name=mark("Missions with an outcome"),
        wordings=worded(mark("Missions for which a partner told us, in this time, what came of it. Each counts once.")),
        unit=Unit.MISSIONS,
        source=mark("What partners reported, by the last day that it is about."),
        caveats=(mark("Each partner counts in its own way. So we count reports and never add their numbers up."),),
        group=Group.HELPING,
        basis=Basis.BOROUGH,
        grains=EVERY,
        adds_over_time=False,
    ),
)
