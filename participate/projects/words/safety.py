"""How much must be thought of before people come."""

from enum import StrEnum


class Tier(StrEnum):
    """How much must be thought of before people come."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Risk(StrEnum):
    """What makes a project amber or red."""

    FOOD = "food"
    TOOLS = "tools"
    CHILDREN = "children"  # adults with children
    PUBLIC_LAND = "public_land"
    ROAD = "road"
    HIVES = "hives"
    POWER_TOOLS = "power_tools"
    HOME_VISITS = "home_visits"
