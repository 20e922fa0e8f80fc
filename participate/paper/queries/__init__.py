"""Reading what the paper shows: the counts of short links, where they lead, a season's newspaper."""

from participate.paper.queries.links import ChannelCount, LinkCount, find_destination, list_channels, list_links
from participate.paper.queries.season import Programme, day_of, list_edition
from participate.paper.queries.things import (
    get_project_for_paper,
    get_recipe_for_paper,
    get_session_for_paper,
    list_fortnight,
)

__all__ = [
    "ChannelCount", "LinkCount", "Programme", "day_of", "find_destination", "get_project_for_paper",
    "get_recipe_for_paper", "get_session_for_paper", "list_channels", "list_edition", "list_fortnight", "list_links",
]  # fmt: skip
