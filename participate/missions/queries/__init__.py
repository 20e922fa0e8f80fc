"""Reading missions, what is under them, and how far they have come."""

from participate.missions.models import Mission, MissionOutcome, MissionProject
from participate.missions.queries.missions import (
    get_mission,
    list_missions,
    list_of_organisation,
    list_of_project,
    list_open,
    names_of,
)
from participate.missions.queries.outcomes import get_outcome, list_days_reported, list_outcomes
from participate.missions.queries.progress import has_come, progress, progress_of_all
from participate.missions.queries.under import (
    count_under,
    find_under,
    get_under,
    list_joinable,
    list_led_ids,
    list_tested,
    list_under,
)

__all__ = [
    "Mission", "MissionOutcome", "MissionProject", "count_under", "find_under", "get_mission", "get_outcome",
    "get_under", "has_come", "list_days_reported", "list_joinable", "list_led_ids", "list_missions",
    "list_of_organisation", "list_of_project", "list_open", "list_outcomes", "list_tested", "list_under", "names_of",
    "progress", "progress_of_all",
]  # fmt: skip
