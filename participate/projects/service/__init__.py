"""Changes to ideas, projects, needs and teams; recipes and projects done elsewhere come in."""

from participate.projects.service.approval import approve, refuse
from participate.projects.service.elsewhere import BATCH, Told, take_batch
from participate.projects.service.hiding import hide, restore
from participate.projects.service.ideas import add_idea, answer_idea, change_idea, close_idea
from participate.projects.service.made_recipes import RecipeFacts, change_recipe, make_recipe
from participate.projects.service.meeting import ask_to_meet, say_may_meet
from participate.projects.service.needs import (
    NeedFacts,
    add_need,
    change_need,
    meet_need,
    remove_need,
    reopen_need,
)
from participate.projects.service.pledges import answer_offer, offer_for_need, offer_for_project, receive_offer
from participate.projects.service.projects import (
    Origin,
    PartsFacts,
    ProjectFacts,
    change_project,
    start_project,
)
from participate.projects.service.recipe_file import Taken, export_recipes, import_recipes, look_at_file
from participate.projects.service.recipes import Planted, plant_recipes
from participate.projects.service.replies import add_reply, answer_reply, change_reply, remove_reply
from participate.projects.service.safety import (
    ListFacts,
    begin_safety,
    check_live,
    say_allergens,
    set_risks,
    tick_list,
)
from participate.projects.service.stages import move_project
from participate.projects.service.starting import NearFacts, hub_of, mark_week, ring_by, start_near
from participate.projects.service.team import (
    ask_to_help,
    finish_task,
    hand_over,
    leave_team,
    make_helper,
    make_host,
    say_my_part,
    say_not_now,
    take_back,
    welcome,
)
from participate.projects.service.updates import add_update, remove_update

__all__ = [
    "BATCH", "ListFacts", "NearFacts", "NeedFacts", "Origin", "PartsFacts", "Planted", "ProjectFacts", "RecipeFacts",
    "Taken", "Told", "add_idea", "add_need", "add_reply", "add_update", "answer_idea", "answer_offer", "answer_reply",
    "approve", "ask_to_help", "ask_to_meet", "begin_safety", "change_idea", "change_need", "change_project",
    "change_recipe", "change_reply", "check_live", "close_idea", "export_recipes", "finish_task", "hand_over", "hide",
    "hub_of", "import_recipes", "leave_team", "look_at_file", "make_helper", "make_host", "make_recipe", "mark_week",
    "meet_need", "move_project", "offer_for_need", "offer_for_project", "plant_recipes", "receive_offer", "refuse",
    "remove_need", "remove_reply", "remove_update", "reopen_need", "restore", "ring_by", "say_allergens",
    "say_may_meet", "say_my_part", "say_not_now", "set_risks", "start_near", "start_project", "take_back", "take_batch",
    "tick_list", "welcome",
]  # fmt: skip
