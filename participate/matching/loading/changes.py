"""What to read again after changes: the changed thing, and what shows or vanishes with it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from participate.accounts.out_of_sight import everybody
from participate.core.db import reading
from participate.matching.index.document import Document
from participate.matching.loading.documents import LOADERS
from participate.materials import queries as materials
from participate.profiles import queries as profiles
from participate.projects.queries import matching as projects
from participate.sessions import queries as sessions
from participate.spaces import queries as spaces


@dataclass(frozen=True)
class Loaded:
    """Rows (`sources`) and persons (`owners`) whose documents are to be replaced by `documents`."""

    sources: frozenset[str]
    owners: frozenset[int]
    documents: list[Document]


def load_all() -> list[Document]:
    """Everything that may be suggested. A short transaction a noun, for on SQLite readers hold writers up."""
    found: list[Document] = []
    for loader in LOADERS.values():
        with reading():
            found.extend(loader(None))
    return found


def load(changes: Iterable[tuple[str, int]]) -> Loaded:
    """What the changed things, each as (kind, id), and all that hangs on them, look like now, whoever asks."""
    with everybody():
        return _load(changes)


def _load(changes: Iterable[tuple[str, int]]) -> Loaded:
    ids: dict[str, set[int]] = defaultdict(set)
    for kind, thing_id in changes:
        ids[kind].add(thing_id)
    persons = ids.pop("person", set())
    _widen(ids, persons, ids.pop("organisation", set()))
    wanted = {kind: some for kind, some in ids.items() if kind in LOADERS and some}
    return Loaded(
        frozenset(f"{kind}:{each}" for kind, some in wanted.items() for each in some),
        frozenset(persons),
        [document for kind, some in wanted.items() for document in LOADERS[kind](some)],
    )


def _widen(ids: dict[str, set[int]], persons: set[int], organisations: set[int]) -> None:
    """A person takes her lines, offers and ideas along; an organisation its offers; a project needs and sessions."""
    if persons or organisations:
        ids["space"].update(spaces.list_ids_of(persons, organisations))
        ids["material"].update(materials.list_ids_of(persons, organisations))
    if persons:
        ids["posting"].update(profiles.list_ids_of(persons))
        ids["idea"].update(projects.list_idea_ids_of(persons))
    if ids["project"]:
        ids["need"].update(projects.list_need_ids_of(ids["project"]))
        ids["session"].update(sessions.list_ids_of(ids["project"]))
