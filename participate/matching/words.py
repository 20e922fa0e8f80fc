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
