"""Changes to ideas, projects, needs and teams; recipes and projects done elsewhere come in."""

from participate.projects.service.approval import approve, refuse
from participate.projects.service.elsewhere import BATCH, Told, take_batch
from participate.projects.service.hiding import hide, restore
from participate.projects.service.ideas import add_idea, answer_idea, change_idea, close_idea
from participate.projects.service.needs import (
    NeedFacts,
    add_need,
    change_need,
    meet_need,
    remove_need,
    reopen_need,
)
from participate.projects.service.projects import (
    Origin,
    ProjectFacts,
    change_project,
    move_project,
    start_project,
)
from participate.projects.service.recipes import Planted, plant_recipes
from participate.projects.service.safety import (
    ListFacts,
    begin_safety,
    check_live,
    say_allergens,
    set_risks,
    tick_list,
)
from participate.projects.service.team import (
    ask_to_help,
    hand_over,
    leave_team,
    make_helper,
    make_host,
    say_not_now,
    take_back,
    welcome,
)

__all__ = [
    "BATCH", "ListFacts", "NeedFacts", "Origin", "Planted", "ProjectFacts", "Told", "add_idea", "add_need",
    "answer_idea", "approve", "ask_to_help", "begin_safety", "change_idea", "change_need", "change_project",
    "check_live", "close_idea", "hand_over", "hide", "leave_team", "make_helper", "make_host", "meet_need",
    "move_project", "plant_recipes", "refuse", "remove_need", "reopen_need", "restore", "say_allergens",
    "say_not_now", "set_risks", "start_project", "take_back", "take_batch", "tick_list", "welcome",
]  # fmt: skip
