"""How it feels: three questions after a session, in standard words. Pure.

A pulse does not know who gave it, so nobody can say how many people are behind a number of answers: the threshold is
that of special categories.
"""

from participate.core.words import mark
from participate.insight.disclosure.table import SPECIAL
from participate.insight.measures.definition import Measure
from participate.insight.measures.more.said import EVERY, HELD, worded
from participate.insight.words import Basis, Group, Unit

_SOURCE = mark("Answers that people tapped after a session, by week. We do not know whose they are.")
_MORE_THAN_ONCE = mark("One person can answer after each session. So this is not a number of people.")
_WHO_ANSWERS = mark("People who answer may feel better, or worse, than those who do not.")
_WEEKS = mark("An answer counts in the month in which its week begins.")
_NO_MEAN = mark("We give no average: it could tell what one person said. We give how many said 7 or more.")


def _pulse(key: str, name: str, words: str, *caveats: str, of: str = "", benchmark: str = "") -> Measure:
    return Measure(
        key=key, name=name, wordings=worded(words), unit=Unit.ANSWERS, source=_SOURCE,
        caveats=(*caveats, _MORE_THAN_ONCE, _WHO_ANSWERS, _WEEKS), group=Group.FEELING, basis=Basis.BOROUGH,
        grains=EVERY, part_of=of, of=of, threshold=SPECIAL, benchmark=benchmark,
    )  # fmt: skip


FEELING = (
    Measure(
        key="pulse_asked",
        name=mark("Times that people were asked how it feels"),
        wordings=worded(
            mark(
                "After a session we ask three short questions. We count each time that a grown-up we know came to one."
            )
        ),
        unit=Unit.ATTENDANCES,
        source=mark("Attendances of grown-ups whom we know, at sessions that were held."),
        caveats=(HELD, mark("Children, and people who left no name, are not asked.")),
        group=Group.FEELING,
        basis=Basis.BOROUGH,
        grains=EVERY,
        part_of="attendances",
        apart_from="unnamed",
        fills=True,
        people=False,
    ),
    Measure(
        key="pulse_answered",
        name=mark("Times that people answered"),
        wordings=worded(mark("Somebody answered at least one of the three questions.")),
        unit=Unit.ANSWERS,
        source=_SOURCE,
        caveats=(_MORE_THAN_ONCE, _WEEKS, mark("Some answer days after the session. So the share is nearly exact.")),
        group=Group.FEELING,
        basis=Basis.BOROUGH,
        grains=EVERY,
        of="pulse_asked",
        threshold=SPECIAL,
    ),
    _pulse(
        "pulse_worthwhile",
        mark("Answers: is what you do worthwhile?"),
        mark(
            "Answers from 0 to 10 to: “To what extent do you feel that the things you do in your life are worthwhile?”"
        ),
        _NO_MEAN,
        of="pulse_answered",
    ),
    _pulse(
        "pulse_worthwhile_high",
        mark("Worthwhile: 7 or more"),
        mark("Of these answers, those from 7 to 10. The national statistics office calls that “high or very high”."),
        _NO_MEAN,
        of="pulse_worthwhile",
    ),
    _pulse(
        "pulse_belonging",
        mark("Answers: do you belong here?"),
        mark("Answers to: “How strongly do you feel you belong to your immediate neighbourhood?”"),
        mark("“Don’t know” is not in it."),
        of="pulse_answered",
    ),
    _pulse(
        "pulse_belonging_strong",
        mark("Belonging: very or fairly strongly"),
        mark("Of these answers, “very strongly” and “fairly strongly”."),
        mark("The national survey asks everybody. We ask people who come along. So compare with care."),
        of="pulse_belonging",
        benchmark="belong_strongly",
    ),
    _pulse(
        "pulse_met",
        mark("Answers: did you meet somebody new?"),
        mark("Answers to: “Did you meet somebody new?”"),
        of="pulse_answered",
    ),
    _pulse(
        "pulse_met_new",
        mark("Met somebody new"),
        mark("Of these answers, those that said yes: one person, or more than one."),
        of="pulse_met",
    ),
)
