"""Reading ideas, recipes, projects, their teams and their needs."""

from participate.projects.models import Idea, Need, Project, Recipe, SafetyCheck, TeamRequest
from participate.projects.queries.ideas import (
    IdeaCard,
    find_idea,
    get_idea,
    idea_cards_of,
    ideas_for_matching,
    is_out_of_sight,
    list_ideas,
    list_of_author,
    list_waiting,
)
from participate.projects.queries.near import Near
from participate.projects.queries.needs import (
    NeedCard,
    count_open,
    find_need,
    get_need,
    list_needs_open,
    need_cards_of,
    needs_for_matching,
)
from participate.projects.queries.projects import (
    ProjectCard,
    cards_of,
    find_card_of_idea,
    find_project,
    get_project,
    list_of_organisation,
    list_of_recipe,
    list_projects,
    list_projects_near,
    projects_for_matching,
)
from participate.projects.queries.recipes import (
    RecipeCard,
    find_recipe,
    get_recipe,
    list_recipes,
    recipe_cards_of,
    recipes_by_slug,
    recipes_for_matching,
)
from participate.projects.queries.safety import (
    Food,
    SafetyRow,
    count_waiting_by,
    count_waiting_checks,
    find_check,
    find_food,
    get_check,
    list_waiting_checks,
    standing,
    standing_unasked,
)
from participate.projects.queries.teams import (
    Mate,
    Taking,
    count_requests,
    find_last_not_now,
    find_last_request,
    find_member,
    find_owner,
    find_request,
    get_request,
    list_lead_ids,
    list_requests,
    list_requests_of,
    list_taking,
    list_team,
    part_of,
)

__all__ = [
    "Food", "Idea", "IdeaCard", "Mate", "Near", "Need", "NeedCard", "Project", "ProjectCard", "Recipe", "RecipeCard",
    "SafetyCheck", "SafetyRow", "Taking", "TeamRequest", "cards_of", "count_open", "count_requests",
    "count_waiting_by", "count_waiting_checks", "find_card_of_idea", "find_check", "find_food", "find_idea",
    "find_last_not_now", "find_last_request", "find_member", "find_need", "find_owner", "find_project", "find_recipe",
    "find_request", "get_check", "get_idea", "get_need", "get_project", "get_recipe", "get_request", "idea_cards_of",
    "ideas_for_matching", "is_out_of_sight", "list_ideas", "list_lead_ids", "list_needs_open", "list_of_author",
    "list_of_organisation", "list_of_recipe", "list_projects", "list_projects_near", "list_recipes", "list_requests",
    "list_requests_of", "list_taking", "list_team", "list_waiting", "list_waiting_checks", "need_cards_of",
    "needs_for_matching", "part_of", "projects_for_matching", "recipe_cards_of", "recipes_by_slug",
    "recipes_for_matching", "standing", "standing_unasked",
]  # fmt: skip
