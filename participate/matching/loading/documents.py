"""One function a noun: from its rows to documents. Each reads all rows that may be shown, or those among `ids`."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from participate.core import clock
from participate.matching.index.document import Document
from participate.matching.loading.switches import NOTHING, switched_off
from participate.matching.words import Access, Facet, Kind, Use
from participate.materials import queries as materials
from participate.materials.words import Deal
from participate.profiles import queries as profiles
from participate.profiles.rules import language_bits, week_bits
from participate.profiles.words import PartOfDay, PostingKind
from participate.projects import queries as projects
from participate.projects.words import NeedKind
from participate.sessions import queries as sessions
from participate.spaces import queries as spaces

Ids = Iterable[int] | None
NOON, FIVE = 12, 17  # the hours at which the parts of a day change
NEEDED = {
    NeedKind.PERSON: Facet.NEEDS_PERSON,
    NeedKind.SPACE: Facet.NEEDS_SPACE,
    NeedKind.MATERIAL: Facet.NEEDS_MATERIAL,
}


def postings(ids: Ids) -> list[Document]:
    """Interests and skills, without what their people switched off."""
    rows = profiles.list_for_matching(ids)
    persons = None if ids is None else {row.person_id for row in rows}
    free, off, spoken = profiles.free_bits(persons), switched_off(persons), profiles.spoken_bits(persons)
    return [
        _posting(row, free.get(row.person_id, 0), spoken.get(row.person_id, 0), off.get(row.person_id, NOTHING))
        for row in rows
        if not {Use.ALL, f"posting:{row.id}"} & off.get(row.person_id, NOTHING)
    ]


def _posting(row: Row[Any], free: int, spoken: int, off: frozenset[str]) -> Document:
    placed = Use.PLACE not in off
    return Document(
        f"posting:{row.id}", f"person:{row.person_id}", Kind.PERSON,
        facet_of_posting(row.kind, row.wants_to_learn), row.words, ward=row.ward_id if placed else None,
        square=row.square if placed else None, free=0 if Use.TIMES in off else free, owner=row.person_id,
        day=row.changed_at.toordinal(), until=_after(row.expires_on),
        languages=0 if Use.LANGUAGES in off else spoken,
    )  # fmt: skip


def facet_of_posting(kind: PostingKind, wants_to_learn: bool) -> Facet:
    """What a line of a person says."""
    if kind is PostingKind.SKILL:
        return Facet.CAN_SHOW
    return Facet.WANTS_TO_LEARN if wants_to_learn else Facet.LIKES


def spaces_(ids: Ids) -> list[Document]:
    """Spaces, with what is in them."""
    return [
        Document(
            f"space:{row.id}", f"space:{row.id}", Kind.SPACE, Facet.SPACE, row.name, (str(row.kind.label), row.has),
            f"{row.about}\n{row.when_free}", ward=row.ward_id, square=row.square, owner=row.keeper_id,
            day=row.changed_at.toordinal(), until=_after(row.expires_on), access=_access(row),
        )
        for row in spaces.list_for_matching(ids)
    ]  # fmt: skip


def materials_(ids: Ids) -> list[Document]:
    """Materials, offered and wanted."""
    return [
        Document(
            f"material:{row.id}", f"material:{row.id}", Kind.MATERIAL,
            Facet.WANTED if row.deal is Deal.WANT else Facet.OFFERED, row.name, body=row.about, ward=row.ward_id,
            square=row.square, owner=row.keeper_id, day=row.changed_at.toordinal(), until=_after(row.expires_on),
        )
        for row in materials.list_for_matching(ids)
    ]  # fmt: skip


def projects_(ids: Ids) -> list[Document]:
    """Projects here, and those done elsewhere."""
    return [
        Document(
            f"project:{row.id}", f"project:{row.id}", Kind.PROJECT, Facet.ABOUT, row.name,
            tuple(row.match_words or ()), body=f"{row.about}\n{row.theme.label}", ward=row.ward_id, square=row.square,
            day=0 if row.source else row.changed_at.toordinal(), elsewhere=bool(row.source) and row.ward_id is None,
        )
        for row in projects.projects_for_matching(ids)
    ]  # fmt: skip


def needs(ids: Ids) -> list[Document]:
    """Open needs: one line each of their project."""
    return [
        Document(
            f"need:{row.id}", f"project:{row.project_id}", Kind.PROJECT, NEEDED[row.kind], row.words,
            ward=row.ward_id, square=row.square, day=row.made_at.toordinal(),
        )
        for row in projects.needs_for_matching(ids)
    ]  # fmt: skip


def sessions_(ids: Ids) -> list[Document]:
    """Sessions to come, until they begin."""
    return [
        Document(
            f"session:{row.id}", f"session:{row.id}", Kind.SESSION, Facet.ABOUT, row.name,
            (row.project_name, *(row.match_words or ())),
            f"{row.about}\n{row.project_about}\n{row.theme.label}", ward=row.ward_id, square=row.square,
            free=_part_of_week(row.starts_at), day=row.changed_at.toordinal(), until=int(row.starts_at.timestamp()),
            languages=language_bits([row.language]), access=_access(row),
        )
        for row in sessions.list_for_matching(ids)
    ]  # fmt: skip


def ideas(ids: Ids) -> list[Document]:
    """Ideas that are no project yet."""
    return [
        Document(
            f"idea:{row.id}", f"idea:{row.id}", Kind.IDEA, Facet.ABOUT, row.words, ward=row.ward_id,
            square=row.square, owner=row.author_id, day=row.changed_at.toordinal(),
        )
        for row in projects.ideas_for_matching(ids)
    ]  # fmt: skip


def recipes(ids: Ids) -> list[Document]:
    """Recipes. They have no place."""
    return [
        Document(
            f"recipe:{row.id}", f"recipe:{row.id}", Kind.RECIPE, Facet.ABOUT, row.name, tuple(row.match_words),
            f"{row.summary}\n{row.skills}\n{row.materials}\n{row.space}", language="en",
        )
        for row in projects.recipes_for_matching(ids)
    ]  # fmt: skip


LOADERS: dict[str, Callable[[Ids], list[Document]]] = {
    "posting": postings,
    "space": spaces_,
    "material": materials_,
    "project": projects_,
    "need": needs,
    "session": sessions_,
    "idea": ideas,
    "recipe": recipes,
}


@lru_cache(maxsize=2_000)
def _after(last_day: date) -> int:
    """The moment at which a London day is over, in seconds since 1970."""
    return int(clock.moment_of(last_day + timedelta(days=1), time()).timestamp())


def _access(row: Row[Any]) -> int:
    """What a place has."""
    return sum(one.bit for one in Access if getattr(row, one.value))


def _part_of_week(moment: datetime) -> int:
    at = clock.local(moment)
    part = PartOfDay.MORNING if at.hour < NOON else PartOfDay.AFTERNOON if at.hour < FIVE else PartOfDay.EVENING
    return week_bits({(at.weekday(), part)})
