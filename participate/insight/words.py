"""Words of the figures."""

from enum import StrEnum

from participate.core.words import mark

BOROUGH, UNKNOWN = "borough", "unknown"  # areas beside "ward:E05014053" and "locality:barking"
WHOLE = ""  # the split of a figure that is not split


class Grain(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Shown(StrEnum):
    """What may be read of a figure."""

    SHOWN = "shown"  # rounded to the nearest 5
    FEW = "few"  # fewer than its threshold, or made by fewer people than that, or most of it by one
    HIDDEN = "hidden"  # it would give a small one away; seldom, it is small itself
    NONE = "none"  # there can be nothing here: nothing took place


class Basis(StrEnum):
    """What "in this ward" means for a measure."""

    LIVES = "lives"  # where the person lives; each person lives in one ward, or it is not known
    PLACE = "place"  # where it took place or stands
    BOROUGH = "borough"  # only counted for the whole borough


class Split(StrEnum):
    """By what a figure may be told apart, one at a time. There are no others (P-24)."""

    THEME = "theme"
    CHANNEL = "channel"
    STAGE = "stage"
    AGE = "age"
    ETHNIC = "ethnic"
    DISABILITY = "disability"
    GOAL = "goal"
    LENGTH = "length"

    @property
    def label(self) -> str:
        return _SPLITS[self]


_SPLITS = {
    Split.THEME: mark("Theme"),
    Split.CHANNEL: mark("How they came"),
    Split.STAGE: mark("Stage"),
    Split.AGE: mark("Age"),
    Split.ETHNIC: mark("Ethnic group"),
    Split.DISABILITY: mark("Disability"),
    Split.GOAL: mark("Goal"),
    Split.LENGTH: mark("How often"),
}


class Kind(StrEnum):
    """How a figure is made."""

    COUNT = "count"  # whole things, which add up
    MEDIAN = "median"  # the middle one of at least ten


class Unit(StrEnum):
    """What a figure counts."""

    PEOPLE = "people"
    ATTENDANCES = "attendances"
    HOURS = "hours"
    SESSIONS = "sessions"
    PROJECTS = "projects"
    PLACES = "places"
    IDEAS = "ideas"
    THINGS = "things"
    SPACES = "spaces"
    DAYS = "days"
    PENCE = "pence"
    ANSWERS = "answers"
    SUGGESTIONS = "suggestions"
    CONNECTIONS = "connections"
    PLEDGES = "pledges"
    MISSIONS = "missions"
    SIGN_UPS = "sign_ups"
    FOLLOWED = "followed"
    ASSETS = "assets"

    @property
    def label(self) -> str:
        return _UNITS[self]


_UNITS = {
    Unit.PEOPLE: mark("people"), Unit.ATTENDANCES: mark("attendances"), Unit.HOURS: mark("hours"),
    Unit.SESSIONS: mark("sessions"), Unit.PROJECTS: mark("projects"), Unit.PLACES: mark("places"),
    Unit.IDEAS: mark("ideas"), Unit.THINGS: mark("things"), Unit.SPACES: mark("spaces"), Unit.DAYS: mark("days"),
    Unit.PENCE: mark("pence"), Unit.ANSWERS: mark("answers"), Unit.SUGGESTIONS: mark("suggestions"),
    Unit.CONNECTIONS: mark("connections"), Unit.PLEDGES: mark("pledges"), Unit.MISSIONS: mark("missions"),
    Unit.SIGN_UPS: mark("sign-ups"), Unit.FOLLOWED: mark("times"), Unit.ASSETS: mark("assets"),
}  # fmt: skip


class Over(StrEnum):
    """What a figure of a longer period is made of."""

    PARTS = "parts"  # of its shorter ones: whatever counts in one of them counts in it too
    LAST = "last"  # it is the last one's: how it stood at the end
    APART = "apart"  # nothing follows from one period about another


class Group(StrEnum):
    """Under which heading a measure stands on "How we count" and behind "more"."""

    TAKING_PART = "taking_part"
    COMING_TOGETHER = "coming_together"
    PROJECTS = "projects"
    SPACES_AND_THINGS = "spaces_and_things"
    HELPING = "helping"
    FEELING = "feeling"
    WHO = "who"
    PLACE = "place"

    @property
    def label(self) -> str:
        return _GROUPS[self]


_GROUPS = {
    Group.TAKING_PART: mark("Taking part"),
    Group.COMING_TOGETHER: mark("Coming together"),
    Group.PROJECTS: mark("Ideas and projects"),
    Group.SPACES_AND_THINGS: mark("Spaces and things"),
    Group.HELPING: mark("Hosts, partners and money"),
    Group.FEELING: mark("How it feels"),
    Group.WHO: mark("Who takes part"),
    Group.PLACE: mark("The strength of a place"),
}


class Answer(StrEnum):
    """What the writer of a story says to having it stand beside the figures."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"

    @property
    def label(self) -> str:
        return _ANSWERS[self]


_ANSWERS = {
    Answer.ASKED: mark("Asked, no answer yet"),
    Answer.YES: mark("Yes: it stands beside the figures"),
    Answer.NO: mark("Not this time"),
}


class Standing(StrEnum):
    """How a commitment stands."""

    REACHED = "reached"
    MISSED = "missed"
    OPEN = "open"
    UNTOLD = "untold"

    @property
    def label(self) -> str:
        return _STANDINGS[self]


_STANDINGS = {
    Standing.REACHED: mark("Reached"),
    Standing.MISSED: mark("Missed"),
    Standing.OPEN: mark("Not over yet"),
    Standing.UNTOLD: mark("Not shown, so we cannot say"),
}
