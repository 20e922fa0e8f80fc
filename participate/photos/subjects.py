"""What photos are of. A slice above says how its things are named and who may add a photo; photos know no slice.

    subjects.on("space", one=_space, names=_names)

`one(id)` answers for whoever reads: it raises NotFound where she may not know of the thing. `names(ids)` is for lists.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from flask import url_for

from participate.core.errors import NotFound


@dataclass(frozen=True)
class Named:
    """A thing as a line of a list names it; its page is that of `endpoint` with `values`."""

    name: str
    endpoint: str
    values: Mapping[str, int]

    @property
    def url(self) -> str:
        return url_for(self.endpoint, **self.values)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Subject:
    """A thing as the reader may see it. `may_add`: photos, and take them away. They take the room of its hub, or of
    the nearest to where it is.
    """

    key: str
    name: str
    url: str
    may_add: bool
    hub_id: int | None = None
    ward_id: int | None = None
    square: int | None = None


One = Callable[[int], Subject]
Names = Callable[[Collection[int]], Mapping[int, Named]]
_kinds: dict[str, tuple[One, Names]] = {}


def on(kind: str, one: One, names: Names) -> None:
    """Let things of a kind have photos."""
    _kinds[kind] = (one, names)


def key_of(kind: str, thing_id: int) -> str:
    """How a photo names its thing: "space:3"."""
    return f"{kind}:{thing_id}"


def find(key: str) -> Subject:
    """The thing with this key, for the reader. Raises NotFound."""
    kind, _colon, number = key.partition(":")
    if kind not in _kinds or not number.isdecimal():
        raise NotFound
    return _kinds[kind][0](int(number))


def names_of(keys: Collection[str]) -> dict[str, Named]:
    """The things that everybody may see among these, by key. One question for each kind."""
    asked: dict[str, set[int]] = {}
    for key in keys:
        kind, _colon, number = key.partition(":")
        if kind in _kinds and number.isdecimal():
            asked.setdefault(kind, set()).add(int(number))
    return {
        key_of(kind, number): named
        for kind, ids in asked.items()
        for number, named in _kinds[kind][1](ids).items()
    }  # fmt: skip
