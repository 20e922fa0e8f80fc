"""Changes to missions: named, joined, moved on, reported, learnt from."""

from participate.missions.service.joining import join, leave, move
from participate.missions.service.missions import MissionFacts, ask_what_was_learnt, change, learn, name
from participate.missions.service.outcomes import OutcomeFacts, report, take_back
from participate.missions.service.sight import hide, restore

__all__ = [
    "MissionFacts", "OutcomeFacts", "ask_what_was_learnt", "change", "hide", "join", "learn", "leave", "move", "name",
    "report", "restore", "take_back",
]  # fmt: skip
