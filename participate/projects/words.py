"""Words of the projects."""

from enum import StrEnum

from participate.core.words import mark


class Stage(StrEnum):
    """Where a project is on its way."""

    GATHERING = "gathering"
    TRYING_OUT = "trying_out"
    RUNNING = "running"
    RESTING = "resting"
    ENDED = "ended"
    HANDED_OVER = "handed_over"

    @property
    def label(self) -> str:
        return _STAGE_LABELS[self]

    @property
    def says(self) -> str:
        """What it means, in a sentence."""
        return _STAGE_SAYS[self]

    @property
    def alive(self) -> bool:
        return self not in (Stage.ENDED, Stage.HANDED_OVER)


_STAGE_LABELS = {
    Stage.GATHERING: mark("Gathering"),
    Stage.TRYING_OUT: mark("Trying out"),
    Stage.RUNNING: mark("Running"),
    Stage.RESTING: mark("Resting"),
    Stage.ENDED: mark("Ended"),
    Stage.HANDED_OVER: mark("Handed over"),
}


_STAGE_SAYS = {
    Stage.GATHERING: mark("People and things are still coming together."),
    Stage.TRYING_OUT: mark("We try it a few times and see."),
    Stage.RUNNING: mark("It happens again and again. Come along."),
    Stage.RESTING: mark("It takes a break and may come back."),
    Stage.ENDED: mark("It is over. Anybody can start one like it."),
    Stage.HANDED_OVER: mark("Somebody else carries it on."),
}
# The way a project goes, for the track on its page. It may rest at any time, and then end.
TRACK = (Stage.GATHERING, Stage.TRYING_OUT, Stage.RUNNING)


class TeamPart(StrEnum):
    """A person's part in a team."""

    OWNER = "owner"
    HOST = "host"
    HELPER = "helper"

    @property
    def label(self) -> str:
        return _PART_LABELS[self]


_PART_LABELS = {
    TeamPart.OWNER: mark("started it"),
    TeamPart.HOST: mark("hosts"),
    TeamPart.HELPER: mark("helps"),
}
LEADS = (TeamPart.OWNER, TeamPart.HOST)


class RequestStatus(StrEnum):
    """What became of "I'd like to help"."""

    ASKED = "asked"
    WELCOMED = "welcomed"
    NOT_NOW = "not_now"
    TAKEN_BACK = "taken_back"


class NeedKind(StrEnum):
    """What a project lacks."""

    PERSON = "person"
    SPACE = "space"
    MATERIAL = "material"

    @property
    def label(self) -> str:
        return _NEED_LABELS[self]

    @property
    def offer(self) -> str:
        """What a neighbour says who can meet it."""
        return _OFFERS[self]


_NEED_LABELS = {
    NeedKind.PERSON: mark("A person"),
    NeedKind.SPACE: mark("A space"),
    NeedKind.MATERIAL: mark("A thing"),
}
_OFFERS = {
    NeedKind.PERSON: mark("I can"),
    NeedKind.SPACE: mark("I know one"),
    NeedKind.MATERIAL: mark("I have some"),
}


class NeedStatus(StrEnum):
    """Whether a need is still open."""

    OPEN = "open"
    MET = "met"


class IdeaStatus(StrEnum):
    """Where an idea stands."""

    NEW = "new"
    ANSWERED = "answered"
    PROJECT = "project"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _IDEA_LABELS[self]


_IDEA_LABELS = {
    IdeaStatus.NEW: mark("Waiting for an answer"),
    IdeaStatus.ANSWERED: mark("Answered"),
    IdeaStatus.PROJECT: mark("Now a project"),
    IdeaStatus.CLOSED: mark("Closed"),
}


class ReplyKind(StrEnum):
    """What a neighbour says to an idea."""

    JOIN = "join"
    DIFFERENTLY = "differently"
    WORRY = "worry"

    @property
    def label(self) -> str:
        return _REPLY_LABELS[self]


_REPLY_LABELS = {
    ReplyKind.JOIN: mark("I’d join"),
    ReplyKind.DIFFERENTLY: mark("I’d do it differently"),
    ReplyKind.WORRY: mark("This worries me"),
}


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


class Shelf(StrEnum):
    """The three lists of projects. What was done elsewhere never stands among our own."""

    NOW = "now"
    ENDED = "ended"
    ELSEWHERE = "elsewhere"

    @property
    def label(self) -> str:
        return _SHELF_LABELS[self]


_SHELF_LABELS = {
    Shelf.NOW: mark("Now"),
    Shelf.ENDED: mark("Ended"),
    Shelf.ELSEWHERE: mark("Done elsewhere"),
}


# What to take care of: the signs in a recipe's flags, and what they mean for whoever starts it.
CARE_LINES = (
    (("food", "allergens"), mark("There is food: clean hands, a cold fridge, and a card that says what is in it.")),
    (
        ("road closure", "road-closure", "vehicle access"),
        mark("The road closes: ask the council at least 12 weeks ahead."),
    ),
    (
        ("permission", "land licence", "siting", "highways"),
        mark("It stands on somebody’s land: ask whoever owns it first."),
    ),
    (
        ("children", "young people", "childcare"),
        mark("Children are there: two checked adults, and their own grown-ups stay or know."),
    ),
    (
        ("one-to-one", "doorstep", "home visits"),
        mark("People meet one to one: the hub brings them together, first in a public place or in pairs."),
    ),
    (
        ("tool", "machine", "kiln", "eye protection", "fumes", "dust", "height", "lifting", "sharps"),
        mark("There are tools or heavy things: somebody who knows them shows everyone first."),
    ),
    (("electrical",), mark("Things with a plug are tested before anybody uses them.")),
    (
        ("safety check", "item checks", "fire labels", "product safety"),
        mark("Each thing is checked before it goes to somebody else."),
    ),
    (("under-16",), mark("Nobody under 16 uses power tools.")),
    (
        ("hive", "animal", "neighbour agreement"),
        mark("There are animals: a trained keeper looks after them, and the neighbours agree."),
    ),
    (("pests",), mark("Keep it closed and tidy, so that no rats come.")),
    (("soil check",), mark("Have the soil looked at before you grow food in it.")),
    (("noise",), mark("It can be loud: tell the neighbours and end in good time.")),
    (
        ("film licence", "music licence"),
        mark("Films and recorded music need a licence in public. The hub can help."),
    ),
    (
        ("insurance", "registration", "trading", "constitution", "handling money", "payments", "ownership", "deposits"),
        mark("There is money or insurance to think of: the hub helps you with the papers."),
    ),
    (("privacy", "consent"), mark("Ask before you write down or show anything about a person.")),
    (("passwords",), mark("Nobody keeps anybody else’s passwords.")),
    (("weather", "route check", "traffic"), mark("You are outside: look at the way and the weather first.")),
    (("health check",), mark("Ask everyone whether they feel well enough, and go at the pace of the slowest.")),
    (("floor",), mark("Look at the floor first: dry, even, nothing to trip over.")),
    (("council bag", "consultation", "stewards"), mark("Tell the council and the neighbours what you plan.")),
    (("long-term care",), mark("It needs care for years: agree early who does what.")),
)


# Where projects done elsewhere were told of, and under which licence: this must travel with their words.
_CC, _OGL = mark("Creative Commons Attribution 4.0"), mark("Open Government Licence 3.0")
SOURCES = {
    "nlcf_past_grants": (mark("National Lottery Community Fund"), _OGL),
    "lloyds_bank_foundation": (mark("Lloyds Bank Foundation, 360Giving data"), _CC),
    "power_to_change": (mark("Power to Change, 360Giving data"), _CC),
    "oxfordshire_cf": (mark("Oxfordshire Community Foundation, 360Giving data"), _CC),
    "nominet_trust": (mark("Nominet Trust, 360Giving data"), _CC),
    "baring_foundation": (mark("Baring Foundation, 360Giving data"), _CC),
    "360giving_covid_sample": (mark("360Giving data"), mark("an open licence of its publisher")),
    "360giving_2018_topics": (mark("360Giving data"), mark("an open licence of its publisher")),
    "charity_register_ccew": (mark("Register of the Charity Commission for England and Wales"), _OGL),
    "charity_register_oscr": (mark("Scottish Charity Register"), _OGL),
    "charity_register_ccni": (mark("Register of the Charity Commission for Northern Ireland"), _OGL),
}
