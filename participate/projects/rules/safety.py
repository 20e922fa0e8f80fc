"""Safety tiers: what makes a project green, amber or red, and what must be done before people come."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.profiles.words import Theme
from participate.projects.words import Allergen, Risk, Standing, Tier
from participate.projects.words.checklist import FOR_ALL, LINES

MOST_LINES = 8
ROAD_AHEAD = timedelta(weeks=12)
DAYS_TO_DECIDE = 5  # working days
RED = frozenset({Risk.ROAD, Risk.HIVES, Risk.POWER_TOOLS, Risk.HOME_VISITS})
ALL_LINES = (*(line for pair in LINES.values() for line in pair), *FOR_ALL)

# The signs in a recipe's flags. Where they leave a doubt, the greater care is taken: "one-to-one" may be at home,
# a shredder is a machine.
_SIGNS = {
    Risk.FOOD: ("food", "allergens"),
    Risk.TOOLS: (
        "tool safety", "tool induction", "electrical", "item checks", "safety check log", "height", "lifting", "dust",
        "sharps", "kiln", "eye protection",
    ),
    Risk.CHILDREN: ("children", "young people", "childcare", "toy "),
    Risk.PUBLIC_LAND: (
        "public land", "land permission", "land licence", "site permission", "siting", "highways", "traffic brief",
    ),
    Risk.ROAD: ("road closure", "road-closure"),
    Risk.HIVES: ("hive",),
    Risk.POWER_TOOLS: ("power tools", "machine induction"),
    Risk.HOME_VISITS: ("home visits", "doorstep", "one-to-one"),
}  # fmt: skip

# What most projects of a theme have in them, for one that was never asked.
_OF_THEME = {Theme.COOK: Risk.FOOD, Theme.GROW: Risk.TOOLS, Theme.MAKE: Risk.TOOLS}


class NotLiveYet(RuleBroken):
    """Something is to be thought of before people come."""

    message = mark("Something is to be thought of first. See “Safety” on the project’s page.")


class NotAsked(NotLiveYet):
    """Nobody has said yet what is in it, and it looks as if there is something."""

    message = mark("First say what is in it: food, tools, a road? It is under “Safety” on the project’s page.")


class ListOpen(NotLiveYet):
    """The host has not ticked the list."""

    message = mark("First tick the short list under “Safety” on the project’s page. Then you can plan sessions.")


class ApprovalOpen(NotLiveYet):
    """The hub has not said yes yet."""

    message = mark("The hub looks at this project first. You hear from them, and then you can plan sessions.")


class ApprovalRefused(NotLiveYet):
    """The hub has said not yet."""

    message = mark("The hub asks you to change something first. See “Safety” on the project’s page.")


class ListNotWhole(RuleBroken):
    """A line of the list is not ticked."""

    message = mark("Tick each line that you have thought of. If one does not fit, ask at the hub.")


class AllergensNotSaid(RuleBroken):
    """Neither an allergen nor "none of them" is ticked."""

    message = mark("Tick what is in the food, or “None of these”.")


class AllergensBoth(RuleBroken):
    """An allergen and "none of them" are ticked."""

    message = mark("You ticked “None of these” and something else. Which is it?")


class RoadDayMissing(RuleBroken):
    """A road is closed, on no day."""

    message = mark("Write the day on which the road is closed.")


class RoadDayPast(RuleBroken):
    """The road is closed on a day that has been."""

    message = mark("This day has been already. Write the day on which the road is closed.")


class NothingWaits(RuleBroken):
    """Decided already, or changed by the host meanwhile."""

    message = mark("This was decided or changed a moment ago. Please look again.")


class OwnApproval(RuleBroken):
    """Nobody says yes to her own project."""

    message = mark("You are in the team of this project. Somebody else at the hub decides.")


def tier_of(risks: Collection[Risk]) -> Tier:
    """The tier of a project with these risks."""
    if RED.intersection(risks):
        return Tier.RED
    return Tier.AMBER if risks else Tier.GREEN


def risks_of(flags: str) -> list[Risk]:
    """The risks that a recipe's flags name, in the order of Risk."""
    lower = flags.lower() + " "
    return [risk for risk in Risk if any(sign in lower for sign in _SIGNS[risk])]


def presumed_risks(theme: Theme, flags: str | None) -> list[Risk]:
    """The risks of a project that nobody was asked about: its recipe's, else what its theme mostly has in it."""
    if flags is not None:
        return risks_of(flags)
    return [_OF_THEME[theme]] if theme in _OF_THEME else []


def checklist(risks: Iterable[Risk]) -> list[tuple[str, str]]:
    """The lines (key, words) to tick for these risks: four to eight, none where there is no risk.

    Each risk has its first line; second lines follow while there is room.
    """
    pairs = [LINES[risk] for risk in Risk if risk in set(risks)]
    if not pairs:
        return []
    return [*(first for first, _second in pairs), *FOR_ALL, *(second for _first, second in pairs)][:MOST_LINES]


def check_list(risks: Collection[Risk], ticked: Collection[str]) -> None:
    """Raises ListNotWhole."""
    if not {key for key, _words in checklist(risks)} <= set(ticked):
        raise ListNotWhole


def check_allergens(allergens: Collection[Allergen], *, none: bool) -> None:
    """Whether it is clear what is in the food. Raises AllergensNotSaid or AllergensBoth."""
    if none and allergens:
        raise AllergensBoth
    if not none and not allergens:
        raise AllergensNotSaid


def check_road_day(day: date | None, today: date) -> None:
    """Raises RoadDayMissing or RoadDayPast."""
    if day is None:
        raise RoadDayMissing
    if day < today:
        raise RoadDayPast


def is_road_short(day: date | None, today: date) -> bool:
    """Whether a road closure is nearer than the council wants it: 12 weeks."""
    return day is not None and day < today + ROAD_AHEAD


def due_on(sent: date) -> date:
    """By when the hub decides on what was sent on a day: the fifth working day after it."""
    day, left = sent, DAYS_TO_DECIDE
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5  # Monday to Friday
    return day


def standing_of(tier: Tier, *, checked: bool, approved: bool, refused: bool) -> Standing:
    """Where a project stands."""
    if tier is Tier.GREEN:
        return Standing.CLEAR
    if not checked:
        return Standing.LIST
    if tier is Tier.AMBER or approved:
        return Standing.CLEAR
    return Standing.REFUSED if refused else Standing.WAITS


def check_standing(standing: Standing) -> None:
    """Whether people may come. Raises ListOpen, ApprovalOpen or ApprovalRefused."""
    if standing in _STOPS:
        raise _STOPS[standing]


_STOPS = {
    Standing.LIST: ListOpen,
    Standing.WAITS: ApprovalOpen,
    Standing.REFUSED: ApprovalRefused,
}


def check_unasked(theme: Theme, flags: str | None) -> None:
    """Whether people may come to a project that nobody was asked about. Raises NotAsked."""
    if presumed_risks(theme, flags):
        raise NotAsked
