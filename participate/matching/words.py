"""Words of the matcher: what is suggested, what a line says, and what makes two things near."""

from enum import StrEnum

from participate.core.words import mark


class Kind(StrEnum):
    """What may be suggested."""

    SESSION = "session"
    PROJECT = "project"
    PERSON = "person"
    SPACE = "space"
    MATERIAL = "material"
    IDEA = "idea"
    RECIPE = "recipe"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]

    @property
    def plural(self) -> str:
        return _KIND_PLURALS[self]


_KIND_LABELS = {
    Kind.SESSION: mark("Session"),
    Kind.PROJECT: mark("Project"),
    Kind.PERSON: mark("Neighbour"),
    Kind.SPACE: mark("Space"),
    Kind.MATERIAL: mark("Material"),
    Kind.IDEA: mark("Idea"),
    Kind.RECIPE: mark("Recipe"),
}
_KIND_PLURALS = {
    Kind.SESSION: mark("Things to do"),
    Kind.PROJECT: mark("Projects"),
    Kind.PERSON: mark("People"),
    Kind.SPACE: mark("Spaces"),
    Kind.MATERIAL: mark("Materials"),
    Kind.IDEA: mark("Ideas"),
    Kind.RECIPE: mark("Recipes"),
}


class Facet(StrEnum):
    """What a line of text says about whom: the same word is another thing as a wish than as an offer."""

    SAID = "said"  # typed into the one box: anything
    LIKES = "likes"
    WANTS_TO_LEARN = "wants to learn"
    CAN_SHOW = "can show"
    ABOUT = "about"  # what a project, session, idea or recipe is about
    NEEDS_PERSON = "needs a person"
    NEEDS_SPACE = "needs a space"
    NEEDS_MATERIAL = "needs a material"
    SPACE = "space"
    OFFERED = "offered"  # a material to lend or to give
    WANTED = "wanted"


class Nearness(StrEnum):
    """How near a suggestion is, from what is known of both places."""

    WALK = "walk"  # both squares are known: the reason holds minutes
    SAME_WARD = "same ward"
    NEXT_WARD = "next ward"
    FARTHER = "farther"
    ANYWHERE = "anywhere"  # it has no place: a recipe
    ELSEWHERE = "elsewhere"  # done outside the borough
    UNKNOWN = "unknown"


class Because(StrEnum):
    """Why a suggestion is not for her."""

    TOO_FAR = "too_far"
    WRONG_TIME = "wrong_time"
    NOT_MY_THING = "not_my_thing"
    KNOWN = "known"

    @property
    def label(self) -> str:
        return _BECAUSE_LABELS[self]


_BECAUSE_LABELS = {
    Because.TOO_FAR: mark("Too far"),
    Because.WRONG_TIME: mark("Wrong time"),
    Because.NOT_MY_THING: mark("Not my thing"),
    Because.KNOWN: mark("I know them already"),
}


class Use(StrEnum):
    """What the matcher uses of somebody, beside her lines and the single things that she joined."""

    ALL = "all"
    PLACE = "place"
    TIMES = "times"
    LANGUAGES = "languages"
    JOINED = "joined"


class Access(StrEnum):
    """What a place has that some people cannot do without."""

    STEP_FREE = "step_free"
    TOILET = "toilet"
    QUIET = "quiet"

    @property
    def label(self) -> str:
        return _ACCESS_LABELS[self]

    @property
    def bit(self) -> int:
        return 1 << list(Access).index(self)


_ACCESS_LABELS = {
    Access.STEP_FREE: mark("No steps"),
    Access.TOILET: mark("Toilet"),
    Access.QUIET: mark("Quiet"),
}


class Placed(StrEnum):
    """What the staff of a hub do with a thing in the suggestions to its neighbours."""

    FIRST = "first"
    OUT = "out"

    @property
    def label(self) -> str:
        return _PLACED_LABELS[self]


_PLACED_LABELS = {
    Placed.FIRST: mark("Stands first"),
    Placed.OUT: mark("Left out"),
}


class SetStatus(StrEnum):
    """Where a set of people, space and things for a project stands."""

    ASKING = "asking"
    READY = "ready"
    OVER = "over"  # called off, or its day came


class AskStatus(StrEnum):
    """Where one ask stands. Of a person there is at most one that is `asked`."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"
    LATE = "late"  # no answer in time
    OFF = "off"  # called off by whoever asked
