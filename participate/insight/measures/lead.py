"""The twelve measures that lead, and the rows that stand beside them. Pure."""

from participate.core.words import mark
from participate.insight.measures.definition import STARTED, Measure, Wording
from participate.insight.words import Basis, Grain, Group, Kind, Over, Split, Unit

ALWAYS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
WIDE = (Grain.QUARTER, Grain.YEAR)
DERIVED = frozenset({"cost_per_hour"})  # worked out on the page from what is typed in and what is published

_LATE = mark("A host has ten days after a month to write down who came. What comes later counts in a later month.")
_WHO_CAME = mark("The list of who came, once the host has said that everybody is on it. No cancelled sessions.")
_SESSIONS = mark("The sessions that took place, once the host has said who came.")
_NOT_ADDED = mark("Do not add periods up. One person can come in many of them.")
_LIVES = mark("By ward, we go by where people live. Some have not told us. They stand as “not known”.")
_TYPED_HOURS = mark("Where the host gave no real length, we take the planned one.")
_PLACE = mark("By ward, we go by where the session was.")


def _first(words: str) -> tuple[Wording, ...]:
    return (Wording(STARTED, words),)


_PEOPLE = (
    Measure(
        "people", mark("People taking part"),
        _first(mark("Each adult we know by name who came to a session. However often she came, she is one.")),
        Unit.PEOPLE, _WHO_CAME,
        (
            mark("People who came without a name are not in it. They have their own line."),
            mark("Somebody may be on our list twice. The likely number of doubles stands beside this."),
            _NOT_ADDED, _LIVES, _LATE,
        ),
        Group.TAKING_PART, Basis.LIVES, ALWAYS, lead=1, splits=(Split.THEME,),
        adds_over_time=False, adds_over_splits=False,
    ),
    Measure(
        "how_often", mark("How often people came"),
        _first(mark("The people of the year, by how often they came: once only, 2 or 3 times, or 4 times and more.")),
        Unit.PEOPLE, _WHO_CAME,
        (mark("Somebody who came in December for the first time had little time to come again."),),
        Group.TAKING_PART, Basis.BOROUGH, (Grain.YEAR,), splits=(Split.LENGTH,),
        adds_over_time=False, part_of="people", fills=True,
    ),
    Measure(
        "unnamed", mark("Came without a name"),
        _first(mark("Adults who came in without a name. We count heads, and cannot tell who came twice.")),
        Unit.ATTENDANCES, _WHO_CAME,
        (mark("Never added to the people taking part."), _PLACE, _LATE),
        Group.TAKING_PART, Basis.PLACE, ALWAYS, part_of="attendances",
    ),
    Measure(
        "likely_doubles", mark("Likely doubles"),
        _first(mark("Pairs on our list that may be one person. Both came in the period, and nobody has looked yet.")),
        Unit.PEOPLE, mark("The pairs that staff have still to decide on at the end of the period."),
        (
            mark("If all of them are doubles, there are that many people fewer."),
            mark("Once staff have joined two, they count as one from the next month on."),
        ),
        Group.TAKING_PART, Basis.BOROUGH, ALWAYS, adds_over_time=False, over=Over.APART,
    ),
    Measure(
        "first_timers", mark("First-timers"),
        _first(mark("People whose first 60 days ended in the period. The days start with the first time they came.")),
        Unit.PEOPLE, _WHO_CAME,
        (
            mark("They came for the first time two months before. Only now can we say if they came again."),
            _LIVES,
        ),
        Group.TAKING_PART, Basis.LIVES, ALWAYS,
    ),
    Measure(
        "seen_again", mark("First-timers seen again"),
        _first(mark("First-timers who came a second time within 60 days of the first.")),
        Unit.PEOPLE, _WHO_CAME,
        (mark("Who came again without a name is not seen."), _LIVES),
        Group.TAKING_PART, Basis.LIVES, ALWAYS, lead=2, part_of="first_timers", of="first_timers",
    ),
    Measure(
        "new_people", mark("New people"),
        _first(mark("People who came for the first time ever in the period.")),
        Unit.PEOPLE, _WHO_CAME,
        (
            mark("New to our list. Somebody may have come before without a name, or before we began."),
            _LIVES, _LATE,
        ),
        Group.TAKING_PART, Basis.LIVES, ALWAYS, part_of="people", of="people",
    ),
    Measure(
        "regulars", mark("Regulars"),
        _first(mark("People who came 4 times or more in the last 90 days of the period.")),
        Unit.PEOPLE, _WHO_CAME,
        (mark("For a year, it looks at the last 90 days of the year, not at all of it."), _NOT_ADDED, _LIVES, _LATE),
        Group.TAKING_PART, Basis.LIVES, WIDE, lead=3, adds_over_time=False, over=Over.LAST,
        part_of="people", of="people",
    ),
)  # fmt: skip

_TIMES = (
    Measure(
        "attendances", mark("Attendances"),
        _first(mark("Each time an adult came to a session. Somebody who came five times is five.")),
        Unit.ATTENDANCES, _WHO_CAME,
        (mark("This is not a number of people."), mark("Adults without a name are in it."), _PLACE, _LATE),
        Group.TAKING_PART, Basis.PLACE, ALWAYS, lead=4, splits=(Split.THEME, Split.CHANNEL), people=False,
    ),
    Measure(
        "hours", mark("Hours of taking part"),
        _first(mark("The time that adults spent at sessions. Each one who came counts for the length of the session.")),
        Unit.HOURS, _WHO_CAME,
        (
            mark("It is how long the session really took, as the host wrote it down."), _TYPED_HOURS,
            mark("Somebody who left early counts for the whole session."),
            mark("Each session counts in whole hours."), _PLACE, _LATE,
        ),
        Group.TAKING_PART, Basis.PLACE, ALWAYS, lead=5, splits=(Split.THEME,), people=False,
    ),
    Measure(
        "children", mark("Children’s attendances"),
        _first(mark("Each time somebody under 18 came to a session. We count heads and write no name.")),
        Unit.ATTENDANCES, _WHO_CAME,
        (
            mark("On a line of its own. It is never added to adults."),
            mark("A child who came five times is five."), _PLACE, _LATE,
        ),
        Group.TAKING_PART, Basis.PLACE, ALWAYS, lead=6,
    ),
)  # fmt: skip

_SESSION_MEASURES = (
    Measure(
        "openings", mark("Openings offered"),
        _first(mark("How many could sign up for the sessions that took place, where there was a limit.")),
        Unit.PLACES, _SESSIONS,
        (mark("Sessions without a limit, such as in a park, and drop-in sessions are not in it."), _PLACE, _LATE),
        Group.COMING_TOGETHER, Basis.PLACE, ALWAYS,
    ),
    Measure(
        "filled", mark("Places filled"),
        _first(mark("How many of these openings somebody held when the session began.")),
        Unit.PLACES, mark("The sign-ups that held a place, with the children they brought."),
        (mark("Some who held a place did not come. Some came without one."), _PLACE, _LATE),
        Group.COMING_TOGETHER, Basis.PLACE, ALWAYS, lead=7, part_of="openings", of="openings", people=False,
    ),
    Measure(
        "sessions_held", mark("Sessions held"),
        _first(mark("Sessions that took place and where somebody wrote down who came.")),
        Unit.SESSIONS, _SESSIONS,
        (mark("A session that nobody wrote up is not in it."), _PLACE, _LATE),
        Group.COMING_TOGETHER, Basis.PLACE, ALWAYS, splits=(Split.THEME,),
    ),
    Measure(
        "led_by_residents", mark("Sessions led by residents"),
        _first(mark("Sessions whose host was not hub staff, a council officer or an admin on that day.")),
        Unit.SESSIONS, _SESSIONS,
        (
            mark("A session without a host counts as not led by residents."),
            mark("Partners’ own staff who host count as residents here."), _PLACE,
        ),
        Group.COMING_TOGETHER, Basis.PLACE, ALWAYS, lead=8, part_of="sessions_held", of="sessions_held",
    ),
)  # fmt: skip

_ANSWERS = (
    Measure(
        "idea_days", mark("Days from idea to first session"),
        _first(mark("We put projects in order, by how long it took from idea to session, and take the middle one.")),
        Unit.DAYS, mark("Projects that grew from an idea and held their first session in the period."),
        (
            mark("Ideas that never came to a session are not in it."),
            mark("Not shown for fewer than 10 projects."), _LATE,
        ),
        Group.PROJECTS, Basis.BOROUGH, WIDE, lead=9, adds_over_time=False, kind=Kind.MEDIAN,
    ),
    Measure(
        "answer_hours", mark("Hours to the first human answer"),
        _first(mark("We put answers in order, by how long people waited for them. We take the middle one.")),
        Unit.HOURS,
        mark("First answers to ideas, to offers of help, and to who asks for space, things or money. By a person."),
        (
            mark("Nights and weekends count, for people wait through them."),
            mark("What nobody has answered yet is not in it."),
            mark("Not shown for fewer than 10 answers."),
        ),
        Group.HELPING, Basis.BOROUGH, ALWAYS, lead=10, adds_over_time=False, kind=Kind.MEDIAN,
    ),
    Measure(
        "answers", mark("Human answers"),
        _first(mark("Questions of neighbours that a person answered in the period.")),
        Unit.ANSWERS, mark("The same rows as for the hours to the first human answer."), (),
        Group.HELPING, Basis.BOROUGH, ALWAYS, people=False,
    ),
    Measure(
        "answered_in_time", mark("Answered in two working days"),
        _first(mark("Answers that came by the end of the second working day after the question.")),
        Unit.ANSWERS, mark("The same rows as for the hours to the first human answer."),
        (mark("Saturdays and Sundays are not working days. A bank holiday counts as one."),),
        Group.HELPING, Basis.BOROUGH, ALWAYS, part_of="answers", of="answers", people=False,
    ),
)  # fmt: skip

_SUGGESTED_WEEKS = mark("Weekly counts of suggestions. A week counts when the eight weeks that follow it are over.")
_SUGGESTIONS = (
    Measure(
        "suggested", mark("Suggestions made"),
        _first(mark("What the site showed to people as something for them, each with its reason.")),
        Unit.SUGGESTIONS, _SUGGESTED_WEEKS, (mark("Many are never looked at."),),
        Group.COMING_TOGETHER, Basis.BOROUGH, ALWAYS, people=False,
    ),
    Measure(
        "accepted", mark("Suggestions said yes to"),
        _first(mark("What was suggested, and somebody said yes to. We look at eight weeks.")),
        Unit.SUGGESTIONS, _SUGGESTED_WEEKS, (),
        Group.COMING_TOGETHER, Basis.BOROUGH, ALWAYS, part_of="suggested", of="suggested", people=False,
    ),
    Measure(
        "met", mark("Suggestions that people met by"),
        _first(mark("What got a yes, and people then came, met or used the thing. We look at eight weeks.")),
        Unit.SUGGESTIONS, _SUGGESTED_WEEKS,
        (mark("They might have met without us too."),),
        Group.COMING_TOGETHER, Basis.BOROUGH, ALWAYS, lead=11, part_of="accepted", of="accepted", people=False,
    ),
)  # fmt: skip

_COST = (
    Measure(
        "cost_per_hour", mark("Cost of an hour of taking part"),
        _first(mark("What taking part cost in the period, shared out over its hours.")),
        Unit.PENCE, mark("The budget that was typed in, and the published hours of taking part."),
        (
            mark("What the budget includes and leaves out stands beside it."),
            mark("The hours that hosts give to get ready are not in it."),
        ),
        Group.HELPING, Basis.BOROUGH, WIDE, lead=12, of="hours", adds_over_time=False, people=False,
    ),
)  # fmt: skip

LEAD: tuple[Measure, ...] = (*_PEOPLE, *_TIMES, *_SESSION_MEASURES, *_ANSWERS, *_SUGGESTIONS, *_COST)
