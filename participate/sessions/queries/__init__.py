"""Reading sessions."""

from participate.projects.models import Project
from participate.sessions.models import CalendarFeed, Session, SignUp, Task
from participate.sessions.queries.after import (
    ThanksLine,
    find_thanks,
    is_on_team,
    list_buddies,
    list_ended_between,
    list_hosts,
    list_thanks,
)  # fmt: skip
from participate.sessions.queries.attendance import (
    Room,
    RosterRow,
    attendances_of,
    came_before,
    count_first_timers,
    count_of,
    get_roster_row,
    get_sign_up_of,
    has_attended,
    is_first_time,
    list_attended,
    list_came_ids,
    list_came_with_sign_up,
    list_named,
    page_of_roster,
    read_room,
)  # fmt: skip
from participate.sessions.queries.calendars import (
    MOST_FEEDS,
    find_feed,
    find_own_feed,
    list_feeds,
    list_of_feed,
    list_of_project,
    list_of_series,
    list_subjects,
    names_of_subjects,
    token_of_feed,
)  # fmt: skip
from participate.sessions.queries.cards import (
    SessionCard,
    Wanted,
    cards_of,
    list_easy_near,
    list_for_matching,
    list_ids_of,
    list_next_of_project,
    list_this_week,
)  # fmt: skip
from participate.sessions.queries.planning import (
    find_last,
    find_place,
    find_session,
    get_project,
    get_session,
    is_hidden,
    list_places,
    list_places_near,
    list_team,
)  # fmt: skip
from participate.sessions.queries.programme import Programme, find_programme, list_week
from participate.sessions.queries.rooms import (
    FreeRoom,
    find_by_booking,
    find_way_home,
    has_place,
    is_asked,
    keeps,
    list_by_bookings,
    list_rooms,
    list_without_place,
    may_choose,
    proven_status,
    slot_of,
)
from participate.sessions.queries.season import (
    Choosable,
    Standing,
    list_projects_by_id,
    list_projects_to_plan,
    list_standing,
)  # fmt: skip
from participate.sessions.queries.series import (
    SeriesEnd,
    find_series_end,
    list_coming,
    list_days_met,
    list_later,
    list_later_starts,
    list_series,
    list_slots,
    lock_sessions,
)  # fmt: skip
from participate.sessions.queries.sign_ups import (
    code_of,
    count_waiting,
    door_line,
    find_active,
    find_by_code,
    find_by_token,
    find_sign_up,
    has_sign_ups,
    list_queue,
    list_sign_ups,
    page_of_sign_ups,
    place_in_line,
    place_line,
    token_of,
    usual_count,
)  # fmt: skip
from participate.sessions.queries.tasks import (
    count_tasks,
    get_task,
    list_tasks,
)  # fmt: skip

__all__ = [
    "MOST_FEEDS", "CalendarFeed", "Choosable", "FreeRoom", "Programme", "Project", "Room", "RosterRow", "SeriesEnd",
    "Session", "SessionCard", "SignUp", "Standing", "Task", "ThanksLine", "Wanted", "attendances_of", "came_before",
    "cards_of", "code_of", "count_first_timers", "count_of", "count_tasks", "count_waiting", "door_line",
    "find_active", "find_by_booking", "find_by_code", "find_by_token", "find_feed", "find_last", "find_own_feed",
    "find_place", "find_programme", "find_series_end", "find_session", "find_sign_up", "find_thanks",
    "find_way_home", "proven_status",
    "get_project", "get_roster_row", "get_session", "get_sign_up_of", "get_task", "has_attended",
    "has_place", "has_sign_ups", "is_asked", "is_first_time", "is_hidden", "is_on_team", "keeps", "list_attended",
    "list_buddies", "list_by_bookings", "list_came_ids", "list_came_with_sign_up", "list_coming", "list_days_met",
    "list_easy_near", "list_ended_between", "list_feeds", "list_for_matching", "list_hosts", "list_ids_of",
    "list_later", "list_later_starts", "list_named", "list_next_of_project", "list_of_feed", "list_of_project",
    "list_of_series", "list_places", "list_places_near", "list_projects_by_id", "list_projects_to_plan",
    "list_queue", "list_rooms", "list_series", "list_sign_ups", "list_slots", "list_standing", "list_subjects",
    "list_tasks", "list_team", "list_thanks", "list_this_week", "list_week", "list_without_place", "lock_sessions",
    "may_choose", "names_of_subjects", "page_of_roster", "page_of_sign_ups", "place_in_line", "place_line",
    "read_room", "slot_of", "token_of", "token_of_feed", "usual_count",
]  # fmt: skip
