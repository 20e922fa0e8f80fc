"""Counters of the measures behind "more". Raw: see `counting`."""

from participate.insight.counting.given import Counter
from participate.insight.counting.more.assets import civic_assets
from participate.insight.counting.more.connections import (
    connected_across,
    connected_people,
    connections,
    connections_across,
    connections_within,
)
from participate.insight.counting.more.equality import equality_answers
from participate.insight.counting.more.hosts import hosts
from participate.insight.counting.more.ideas import ideas_answered, ideas_project, ideas_said, ideas_session
from participate.insight.counting.more.links import link_hits
from participate.insight.counting.more.missions import mission_outcomes, missions_running
from participate.insight.counting.more.pledges import pledges_kept, pledges_made
from participate.insight.counting.more.projects import (
    projects_alive,
    projects_by_goal,
    resident_owned,
    trading_results,
    trading_sessions,
    trading_tests,
)
from participate.insight.counting.more.pulses import PULSES
from participate.insight.counting.more.sign_ups import held_places, no_shows, waited
from participate.insight.counting.more.spaces import space_hours_offered, space_hours_used
from participate.insight.counting.more.things import given, lent, taken

MORE_COUNTERS: dict[str, Counter] = {
    "waited": waited, "held_places": held_places, "no_shows": no_shows, "link_hits": link_hits,
    "connections": connections, "connections_across": connections_across, "connections_within": connections_within,
    "ideas_said": ideas_said, "ideas_answered": ideas_answered, "ideas_project": ideas_project,
    "ideas_session": ideas_session, "projects_alive": projects_alive, "resident_owned": resident_owned,
    "trading_tests": trading_tests, "trading_results": trading_results, "trading_sessions": trading_sessions,
    "projects_by_goal": projects_by_goal, "space_hours_used": space_hours_used,
    "space_hours_offered": space_hours_offered, "lent": lent, "given": given, "taken": taken, "hosts": hosts,
    "pledges_made": pledges_made, "pledges_kept": pledges_kept, "missions_running": missions_running,
    "mission_outcomes": mission_outcomes, **PULSES, "equality_answers": equality_answers,
    "civic_assets": civic_assets, "connected_people": connected_people, "connected_across": connected_across,
}  # fmt: skip
