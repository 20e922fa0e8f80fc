"""Words of the projects: one noun a file."""

from participate.projects.words.care import CARE_LINES
from participate.projects.words.ideas import IdeaStatus, ReplyKind
from participate.projects.words.needs import NeedKind, NeedStatus
from participate.projects.words.safety import Allergen, Risk, Standing, Tier
from participate.projects.words.shelves import Shelf
from participate.projects.words.sources import SOURCES
from participate.projects.words.stages import TRACK, Stage
from participate.projects.words.team import LEADS, RequestStatus, TeamPart

__all__ = [
    "CARE_LINES", "LEADS", "SOURCES", "TRACK", "Allergen", "IdeaStatus", "NeedKind", "NeedStatus", "ReplyKind",
    "RequestStatus", "Risk", "Shelf", "Stage", "Standing", "TeamPart", "Tier",
]  # fmt: skip
