"""Reading ideas, recipes, projects, their teams and their needs."""

from participate.projects.models import (
    Idea,
    IdeaReply,
    Need,
    Project,
    Recipe,
    SafetyCheck,
    TeamMember,
    TeamRequest,
    WeekLine,
)
from participate.projects.queries.families import (
    Relative,
    count_places,
    family_ids,
    family_of,
    parents_by_key,
)
from participate.projects.queries.hosts import OtherHost, find_other_host, list_other_hosts
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
    list_open_of,
    need_cards_of,
    needs_for_matching,
)
from participate.projects.queries.partners import (
    NeedNamed,
    list_needs_of_kind,
    list_pledge_subjects,
    list_run_and_backed,
    needs_named,
)
from participate.projects.queries.projects import (
    Group,
    ProjectCard,
    cards_of,
    find_card_of_idea,
    find_project,
    get_project,
    list_groups,
    list_of_organisation,
    list_of_recipe,
    list_projects,
    list_projects_near,
    projects_for_matching,
)
from participate.projects.queries.recipes import (
    RecipeCard,
    find_recipe,
    find_recipe_of,
    get_recipe,
    list_recipes,
    list_slugs,
    recipe_cards_of,
    recipes_by_slug,
    recipes_for_matching,
)
from participate.projects.queries.replies import (
    Said,
    count_replies_of,
    find_join,
    find_reply,
    get_reply,
    list_joiner_ids,
    list_replies,
    names_of_adders,
)
from participate.projects.queries.safety import (
    Food,
    SafetyRow,
    count_waiting_by,
    count_waiting_checks,
    find_check,
    find_food,
    food_of,
    get_check,
    list_waiting_checks,
    standing,
    standing_unasked,
)
from participate.projects.queries.starters import list_recipes_to_start
from participate.projects.queries.starting import count_rung, get_week, list_weeks
from participate.projects.queries.teams import (
    Mate,
    Taking,
    acts_as_staff,
    count_offers,
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
from participate.projects.queries.updates import Note, get_update, list_newest_notes, list_notes

__all__ = [
    "Food", "Group", "Idea", "IdeaCard", "IdeaReply", "Mate", "Near", "Need", "NeedCard", "NeedNamed", "Note",
    "OtherHost", "Project", "ProjectCard", "Recipe", "RecipeCard", "Relative", "SafetyCheck", "SafetyRow", "Said",
    "Taking", "TeamMember", "TeamRequest", "Update", "WeekLine", "acts_as_staff", "cards_of", "count_offers",
    "count_open", "count_places", "count_replies_of", "count_requests", "count_rung", "count_waiting_by",
    "count_waiting_checks", "family_ids", "family_of", "find_card_of_idea", "find_check", "find_food", "find_idea",
    "find_join", "find_last_not_now", "find_last_request", "find_member", "find_need", "find_other_host", "find_owner",
    "find_project", "find_recipe", "find_recipe_of", "find_reply", "find_request", "food_of", "get_check", "get_idea",
    "get_need", "get_project", "get_recipe", "get_reply", "get_request", "get_update", "get_week", "idea_cards_of",
    "ideas_for_matching", "is_out_of_sight", "list_groups", "list_ideas", "list_joiner_ids", "list_lead_ids",
    "list_needs_of_kind", "list_needs_open", "list_newest_notes", "list_notes", "list_of_author",
    "list_of_organisation", "list_of_recipe", "list_open_of", "list_other_hosts", "list_pledge_subjects",
    "list_projects", "list_projects_near", "list_recipes", "list_recipes_to_start", "list_replies", "list_requests",
    "list_requests_of", "list_run_and_backed", "list_slugs", "list_taking", "list_team", "list_waiting",
    "list_waiting_checks", "list_weeks", "names_of_adders", "need_cards_of", "needs_for_matching", "needs_named",
    "parents_by_key", "part_of", "projects_for_matching", "recipe_cards_of", "recipes_by_slug", "recipes_for_matching",
    "standing", "standing_unasked",
]  # fmt: skip
