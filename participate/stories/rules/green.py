"""Green shoots: what is new or grows among what residents lead. Pure; the page shows the definition beside the list."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from participate.core.words import mark
from participate.stories.words import Sign

NEW_DAYS = 90
WEEKS = 6  # the last six weeks are held against the six before
MORE_HEADS = 3
MORE_IN_TEAM = 2
NEW_FOR, PERIOD = timedelta(days=NEW_DAYS), timedelta(weeks=WEEKS)
HOW_WE_CHOOSE = mark(
    "Led by residents: its owner is not staff, and no organisation runs it. And new, which means begun in the last "
    "%(days)s days; or growing: in the last %(weeks)s weeks at least %(heads)s more people came or signed up than in "
    "the %(weeks)s weeks before, or at least %(team)s people joined those who began it. Nobody pays for a place here."
)
DEFINITION = {"days": NEW_DAYS, "weeks": WEEKS, "heads": MORE_HEADS, "team": MORE_IN_TEAM}


@dataclass(frozen=True)
class Facts:
    """What is known of one project: heads that came, heads that signed up and people who joined the team."""

    made_at: datetime
    owner_is_resident: bool
    has_organisation: bool
    came: int = 0
    came_before: int = 0
    signed_up: int = 0
    signed_up_before: int = 0
    joined_team: int = 0


def signs_of(facts: Facts, now: datetime) -> tuple[Sign, ...]:
    """Why it is a green shoot; empty where it is none."""
    if not facts.owner_is_resident or facts.has_organisation:
        return ()
    grown = max(facts.came - facts.came_before, facts.signed_up - facts.signed_up_before)
    growing = grown >= MORE_HEADS or facts.joined_team >= MORE_IN_TEAM
    new = facts.made_at >= now - NEW_FOR
    return tuple(sign for sign, is_so in ((Sign.NEW, new), (Sign.GROWING, growing)) if is_so)


def strength(facts: Facts) -> int:
    """How much it has grown, for the order of the list: heads more than before, and people in the team."""
    return max(facts.came - facts.came_before, facts.signed_up - facts.signed_up_before, 0) + facts.joined_team


def about(heads: int) -> int | None:
    """A number of heads for staff, rounded to fives; None for fewer than five."""
    return None if heads < 5 else 5 * ((heads + 2) // 5)
