"""How much must be thought of before people come."""

from enum import StrEnum

from participate.core.words import mark


class Tier(StrEnum):
    """Green: live at once. Amber: a short list by the host first. Red: somebody at the hub says yes first."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def label(self) -> str:
        return _TIER_LABELS[self]


_TIER_LABELS = {
    Tier.GREEN: mark("Nothing to do"),
    Tier.AMBER: mark("A short list first"),
    Tier.RED: mark("The hub looks at it first"),
}


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

    @property
    def label(self) -> str:
        return _RISK_LABELS[self]


_RISK_LABELS = {
    Risk.FOOD: mark("Food that we cook or share"),
    Risk.TOOLS: mark("Tools, ladders or things with a plug"),
    Risk.CHILDREN: mark("Adults with children"),
    Risk.PUBLIC_LAND: mark("Public land, or land that is not ours"),
    Risk.ROAD: mark("A road is closed"),
    Risk.HIVES: mark("Bee hives"),
    Risk.POWER_TOOLS: mark("Power tools or machines"),
    Risk.HOME_VISITS: mark("People meet at somebody’s home, or two people alone"),
}


class Standing(StrEnum):
    """Where a project stands with its safety."""

    CLEAR = "clear"
    LIST = "list"  # the host's list is not ticked yet
    WAITS = "waits"  # for the hub's yes
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return _STANDING_LABELS[self]


_STANDING_LABELS = {
    Standing.CLEAR: mark("All is thought of. You can plan sessions."),
    Standing.LIST: mark("Tick the short list, then you can go on."),
    Standing.WAITS: mark("The hub looks at it."),
    Standing.REFUSED: mark("Not yet: the hub asks you to change something."),
}


class Allergen(StrEnum):
    """The fourteen that food law in the United Kingdom names."""

    CELERY = "celery"
    GLUTEN = "gluten"
    CRUSTACEANS = "crustaceans"
    EGGS = "eggs"
    FISH = "fish"
    LUPIN = "lupin"
    MILK = "milk"
    MOLLUSCS = "molluscs"
    MUSTARD = "mustard"
    PEANUTS = "peanuts"
    SESAME = "sesame"
    SOYA = "soya"
    SULPHITES = "sulphites"
    NUTS = "nuts"

    @property
    def label(self) -> str:
        return _ALLERGEN_LABELS[self]


_ALLERGEN_LABELS = {
    Allergen.CELERY: mark("Celery"),
    Allergen.GLUTEN: mark("Cereals with gluten (wheat, rye, barley, oats)"),
    Allergen.CRUSTACEANS: mark("Crustaceans (prawns, crabs)"),
    Allergen.EGGS: mark("Eggs"),
    Allergen.FISH: mark("Fish"),
    Allergen.LUPIN: mark("Lupin"),
    Allergen.MILK: mark("Milk"),
    Allergen.MOLLUSCS: mark("Molluscs (mussels, squid)"),
    Allergen.MUSTARD: mark("Mustard"),
    Allergen.PEANUTS: mark("Peanuts"),
    Allergen.SESAME: mark("Sesame"),
    Allergen.SOYA: mark("Soya"),
    Allergen.SULPHITES: mark("Sulphites (dried fruit, wine)"),
    Allergen.NUTS: mark("Tree nuts (almonds, hazelnuts, walnuts)"),
}
