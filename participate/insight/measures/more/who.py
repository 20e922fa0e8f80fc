"""Who takes part, where people chose to say. Pure."""

from participate.core.words import mark
from participate.insight.disclosure.table import SPECIAL
from participate.insight.measures.definition import Measure
from participate.insight.measures.more.said import worded
from participate.insight.words import Basis, Grain, Group, Split, Unit

WHO = (
    Measure(
        key="equality_answers",
        name=mark("People who chose to say something about themselves"),
        wordings=worded(
            mark(
                "After a third visit we ask, once, about age, ethnic group and disability. Nobody has to answer. We "
                "count the answers that were given or changed in this year."
            )
        ),
        unit=Unit.ANSWERS,
        source=mark("Answers that lie apart from everything else, with no name, no place and no day."),
        caveats=(
            mark("Many people are never asked, or do not answer. So compare shares with care."),
            mark("“Rather not say” has a line of its own."),
            mark("A card filled in on paper has no name, so one person could count twice."),
            mark("Only for the whole borough, one question at a time, and only for a year."),
        ),
        group=Group.WHO,
        basis=Basis.BOROUGH,
        grains=(Grain.YEAR,),
        splits=(Split.AGE, Split.ETHNIC, Split.DISABILITY),
        threshold=SPECIAL,
        benchmark="census_2021",
    ),
)
