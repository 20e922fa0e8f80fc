"""Tables of the projects."""

from participate.projects.models.care import SafetyCheck
from participate.projects.models.idea import Idea, IdeaReply
from participate.projects.models.project import Need, Project, Update, WeekLine
from participate.projects.models.recipe import Recipe
from participate.projects.models.team import TeamMember, TeamRequest

__all__ = [
    "Idea", "IdeaReply", "Need", "Project", "Recipe", "SafetyCheck", "TeamMember", "TeamRequest", "Update", "WeekLine",
]  # fmt: skip
