"""Changes to ideas, projects, needs and teams; recipes and projects done elsewhere come in."""

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
    "BATCH", "NeedFacts", "Origin", "Planted", "ProjectFacts", "Told", "add_idea", "add_need", "answer_idea",
    "ask_to_help", "change_idea", "change_need", "change_project", "close_idea", "hand_over", "hide",
    "leave_team", "make_helper", "make_host", "meet_need", "move_project", "plant_recipes", "remove_need",
    "reopen_need", "restore", "say_not_now", "start_project", "take_back", "take_batch", "welcome",
]  # fmt: skip
