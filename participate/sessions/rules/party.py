"""Who comes with somebody who signed up: children, as a number for each age band. Pure."""

from dataclasses import asdict, dataclass

from participate.core.errors import RuleBroken
from participate.core.words import mark

MOST_OF_A_BAND = 30  # a class with its teacher
MOST_CHILDREN = 40


class NoChildrenHere(RuleBroken):
    message = mark("This one is for grown-ups. Ask the host, or look for “children welcome” in the programme.")


class TooManyChildren(RuleBroken):
    message = mark("That is a big group. Please ring the hub, so that there is room for all of you.")


@dataclass(frozen=True)
class Party:
    """One adult and the children she brings. Babies take no chair, and still count in the room."""

    babies: int = 0
    toddlers: int = 0
    children: int = 0
    teenagers: int = 0

    @property
    def young(self) -> int:
        """How many children of any age."""
        return self.babies + self.toddlers + self.children + self.teenagers

    @property
    def heads(self) -> int:
        """Everybody, she too."""
        return 1 + self.young

    def columns(self) -> dict[str, int]:
        """The columns of a sign-up."""
        return asdict(self) | {"heads": self.heads}


@dataclass(frozen=True)
class Wish:
    """What somebody says when she signs up. `note` is for the host alone; `task_id` one of a volunteer day's tasks."""

    party: Party = Party()
    any_time: bool = False
    meet_me: bool = False
    note: str = ""
    task_id: int | None = None


def check_party(party: Party, *, children_welcome: bool, by_host: bool) -> None:
    """Whether she may bring them. Hosts know their room. Raises NoChildrenHere, TooManyChildren or ValueError."""
    if min(asdict(party).values()) < 0:
        raise ValueError("a number of children below none")
    if party.young and not children_welcome and not by_host:
        raise NoChildrenHere
    if party.young > MOST_CHILDREN:
        raise TooManyChildren
