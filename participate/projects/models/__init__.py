"""Tables of the projects."""

from participate.projects.models.idea import Idea
from participate.projects.models.project import Need, Project
from participate.projects.models.recipe import Recipe
from participate.projects.models.team import TeamMember, TeamRequest

__all__ = ["Idea", "Need", "Project", "Recipe", "TeamMember", "TeamRequest"]
