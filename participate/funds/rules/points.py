"""Rules of the kit points. Pure."""

import re

from participate.core.errors import RuleBroken
from participate.core.words import mark

MOST_POINTS = 10_000
_SUBJECT = re.compile(r"^(street|project|person):([1-9][0-9]{0,8})$")


class NotEnoughPoints(RuleBroken):
    """The budget holds fewer points than the kit costs. `points`: what it costs; `left`: what is left."""

    message = mark("This kit costs %(points)s points and %(left)s are left. The hub can help.")


class LessThanSpent(RuleBroken):
    """A budget cannot be made smaller than what was spent of it. `spent`: how many."""

    message = mark("%(spent)s points are spent already. Give at least as many.")


class AnotherHubsBudget(RuleBroken):
    """A street, a project or a starter has points from one hub. `hub`: its name."""

    message = mark("%(hub)s gives them points already. Please talk to each other.")


class NobodyThere(RuleBroken):
    """No street or project was chosen, and nobody has an account at this contact."""

    message = mark("Choose a street or a project, or write the contact of a neighbour who has an account.")


class NotASubject(RuleBroken):
    """Points are for a street, a project or a starter."""

    message = mark("Choose a street, a project or a neighbour who starts something.")


def check_subject(subject: str) -> None:
    """Make sure that `subject` is like "street:2", "project:7" or "person:5". Raises NotASubject."""
    if _SUBJECT.match(subject) is None:
        raise NotASubject


def kind_of(subject: str) -> str:
    """The kind that a subject names: street, project or person."""
    return subject.partition(":")[0]


def number_of(subject: str) -> int:
    """The id that a subject names."""
    return int(subject.partition(":")[2])
