"""Ideas on their way, projects that are alive, trading tests, and goals. Pure."""

from participate.core.words import mark
from participate.insight.measures.definition import Measure
from participate.insight.measures.more.said import (
    AS_COUNTED,
    AT_END,
    AT_THE_END,
    EACH_STEP,
    EVERY,
    HELD,
    NO_WARD,
    worded,
)
from participate.insight.words import Basis, Group, Split, Unit

_MEANT = mark("The ward is where the idea is meant to happen.")


def _step(key: str, name: str, words: str, source: str, *caveats: str) -> Measure:
    return Measure(
        key=key, name=name, wordings=worded(words), unit=Unit.IDEAS, source=source,
        caveats=(*caveats, EACH_STEP, _MEANT, NO_WARD), group=Group.PROJECTS, basis=Basis.PLACE, grains=EVERY,
    )  # fmt: skip


FUNNEL = (
    _step(
        "ideas_said",
        mark("Ideas said"),
        mark("Somebody told us an idea for the neighbourhood."),
        mark("Ideas, by the moment at which they were said. Ideas that staff had to hide are left out."),
    ),
    _step(
        "ideas_answered",
        mark("Ideas answered"),
        mark("A person at the hub gave an idea its answer. Each idea counts once."),
        mark("Ideas, by the moment of their first answer."),
        mark("If an idea is answered again, it does not count again."),
    ),
    _step(
        "ideas_project",
        mark("Ideas that became a project"),
        mark("An idea got a team: the first project that grew out of it began."),
        mark("Projects that grew out of an idea, by the moment at which the first of them began."),
        mark("Some projects begin without an idea. They are not in it."),
    ),
    _step(
        "ideas_session",
        mark("Ideas that reached their first session"),
        mark("An idea became real: the first session of a project that grew out of it was held."),
        mark("Sessions that were held by projects that grew out of an idea; the first of each idea."),
        HELD,
    ),
)
ALIVE = (
    Measure(
        key="projects_alive",
        name=mark("Projects that are alive"),
        wordings=worded(
            mark(
                "Projects that are gathering, trying out, running or resting on the last day. Ended ones are not in it."
            )
        ),
        unit=Unit.PROJECTS,
        source=mark("Projects and their moves from stage to stage, up to the last day."),
        caveats=(
            AT_THE_END,
            mark("A project that rests is alive: it may come back."),
            mark("Projects done elsewhere, which we only tell about, are not in it."),
            mark(
                "Where no move from stage to stage was noted, we take the stage of today. One that has ended counts as "
                "running until it was last changed."
            ),
            NO_WARD,
        ),
        group=Group.PROJECTS,
        basis=Basis.PLACE,
        grains=AT_END,
        splits=(Split.STAGE, Split.THEME),
        adds_over_time=False,
    ),
    Measure(
        key="resident_owned",
        name=mark("Projects owned by a resident"),
        wordings=worded(
            mark(
                "Projects that are alive on the last day and owned by a neighbour: not for an organisation, and not by "
                "staff of a hub."
            )
        ),
        unit=Unit.PROJECTS,
        source=mark("Projects that are alive, and the one owner of each."),
        caveats=(AT_THE_END, AS_COUNTED, NO_WARD),
        group=Group.PROJECTS,
        basis=Basis.PLACE,
        grains=AT_END,
        adds_over_time=False,
        part_of="projects_alive",
        of="projects_alive",
    ),
)
TRADING = (
    Measure(
        key="trading_tests",
        name=mark("Projects testing something to sell"),
        wordings=worded(mark("Projects that are alive on the last day and try out something to sell.")),
        unit=Unit.PROJECTS,
        source=mark("Projects that are alive and say that they test something to sell."),
        caveats=(AT_THE_END, AS_COUNTED),
        group=Group.PROJECTS,
        basis=Basis.BOROUGH,
        grains=AT_END,
        adds_over_time=False,
        part_of="projects_alive",
        of="projects_alive",
    ),
    Measure(
        key="trading_results",
        name=mark("Trading tests with a result"),
        wordings=worded(
            mark("Of the projects that test something to sell, those that have written down what came out.")
        ),
        unit=Unit.PROJECTS,
        source=mark("Projects that are alive, test something to sell, and have written down a result."),
        caveats=(AT_THE_END, AS_COUNTED, mark("A result can be “it did not work”. That counts too.")),
        group=Group.PROJECTS,
        basis=Basis.BOROUGH,
        grains=AT_END,
        adds_over_time=False,
        part_of="trading_tests",
        of="trading_tests",
    ),
    Measure(
        key="trading_sessions",
        name=mark("Sessions of trading tests"),
        wordings=worded(mark("Sessions that were held by projects that test something to sell.")),
        unit=Unit.SESSIONS,
        source=mark("Sessions that were held, of projects that say that they test something to sell."),
        caveats=(HELD, mark("Projects write their test days in their own words. So we count sessions, not days.")),
        group=Group.PROJECTS,
        basis=Basis.BOROUGH,
        grains=EVERY,
        part_of="sessions_held",
        of="sessions_held",
    ),
)
GOALS = (
    Measure(
        key="projects_by_goal",
        name=mark("Projects by goal"),
        wordings=worded(mark("Projects that are alive on the last day and that somebody tagged with a goal.")),
        unit=Unit.PROJECTS,
        source=mark("Projects that are alive, and the goals that they were tagged with by then."),
        caveats=(
            AT_THE_END,
            mark("One project can work towards more than one goal. So the goals do not add up."),
            mark("A tag says what a project works towards. It does not say that the goal was reached."),
        ),
        group=Group.PROJECTS,
        basis=Basis.BOROUGH,
        grains=AT_END,
        splits=(Split.GOAL,),
        adds_over_time=False,
        adds_over_splits=False,
        part_of="projects_alive",
        of="projects_alive",
    ),
)
PROJECTS = (*FUNNEL, *ALIVE, *TRADING, *GOALS)
