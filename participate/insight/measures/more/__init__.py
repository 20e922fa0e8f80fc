"""The measures behind "more": what stands beside the twelve. Pure."""

from participate.insight.measures.definition import Measure
from participate.insight.measures.more.factors import FACTOR_MEASURES
from participate.insight.measures.more.feeling import FEELING
from participate.insight.measures.more.helping import HELPING
from participate.insight.measures.more.projects import PROJECTS
from participate.insight.measures.more.taking_part import TAKING_PART
from participate.insight.measures.more.things import SPACES_AND_THINGS
from participate.insight.measures.more.together import TOGETHER
from participate.insight.measures.more.who import WHO

MORE: tuple[Measure, ...] = (
    *TAKING_PART, *TOGETHER, *PROJECTS, *SPACES_AND_THINGS, *HELPING, *FEELING, *WHO, *FACTOR_MEASURES,
)  # fmt: skip
