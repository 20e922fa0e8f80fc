"""Many openings: a project that needs much does not fill the front page alone."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class OfProject(Protocol):
    """Something that a project lacks."""

    @property
    def project_id(self) -> int: ...


Each = TypeVar("Each", bound=OfProject)


def first_of_each(needs: Sequence[Each], most: int) -> list[Each]:
    """At most `most` of them in their order, one of each project; where there are fewer projects, more of those."""
    seen: set[int] = set()
    firsts: list[Each] = []
    others: list[Each] = []
    for need in needs:
        (others if need.project_id in seen else firsts).append(need)
        seen.add(need.project_id)
    chosen = [*firsts, *others][:most]
    return [need for need in needs if need in chosen]
