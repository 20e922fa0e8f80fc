"""Rules of the stories: seasons, green shoots, what may be told, what leaves in a pack. Pure."""

from participate.stories.rules.green import (
    DEFINITION,
    HOW_WE_CHOOSE,
    MORE_HEADS,
    MORE_IN_TEAM,
    NEW_FOR,
    PERIOD,
    Facts,
    about,
    signs_of,
    strength,
)
from participate.stories.rules.pack import PackTooLarge, band_of, check_size, csv_of, file_name, safe_cell
from participate.stories.rules.season import Season, season_from, season_of
from participate.stories.rules.telling import AlreadyTold, DidNotHappen, NotThere, NotYet, check_session

__all__ = [
    "DEFINITION", "HOW_WE_CHOOSE", "MORE_HEADS", "MORE_IN_TEAM", "NEW_FOR", "PERIOD", "AlreadyTold", "DidNotHappen",
    "Facts", "NotThere", "NotYet", "PackTooLarge", "Season", "about", "band_of", "check_session", "check_size",
    "csv_of", "file_name", "safe_cell", "season_from", "season_of", "signs_of", "strength",
]  # fmt: skip
