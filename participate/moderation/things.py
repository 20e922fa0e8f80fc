"""What can be reported: each kind of person-made thing, who made it, and its own slice's hide and restore."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy import select

from participate.accounts.models import Person
from participate.accounts.queries import list_role_holders
from participate.accounts.words import Role
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.text import shorten
from participate.funds import service as funds
from participate.funds.models import Fund, FundAsk
from participate.introductions import service as introductions
from participate.introductions.models import Note
from participate.introductions.queries import list_reader_ids
from participate.materials import service as materials
from participate.materials.models import Material
from participate.missions import service as missions
from participate.missions.models import Mission, MissionOutcome
from participate.moderation import people
from participate.moderation.models import Measure
from participate.moderation.words import NOUNS
from participate.organisations import service as organisations
from participate.organisations.models import Organisation, Pledge
from participate.organisations.queries import list_keepers, list_speakers
from participate.photos import service as photos
from participate.photos.models import Photo
from participate.profiles import service as profiles
from participate.profiles.models import Posting
from participate.projects import service as projects
from participate.projects.models import Idea, IdeaReply, Need, Project, Recipe, TeamRequest, Update
from participate.projects.queries import list_lead_ids
from participate.sessions import service as sessions
from participate.sessions.models import Session, Thanks
from participate.spaces import service as spaces
from participate.spaces.models import Space
from participate.stories import service as stories
from participate.stories.models import Story

LONGEST_TITLE, LONGEST_SEEN = 80, 2000
# What its author can change, so that it may be let stand.
CHANGEABLE = frozenset({
    "project", "need", "idea", "idea_reply", "recipe", "space", "material", "organisation", "session", "story",
    "posting",
})  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """How one kind of thing is found, named, shown, hidden and shown again.

    `authors` answer for it: they are told, and never decide. `open` things have a page that everybody reads; of
    the others whoever reports them is shown no word.
    """

    model: type[Any]
    title: Callable[[Any], str]
    words: Callable[[Any], str]
    authors: Callable[[Any], Sequence[int]]
    page: Callable[[Any], str]
    hide: Callable[[Any, Any, str], None]
    restore: Callable[[Any, Any], None]
    is_hidden: Callable[[Any], bool] = lambda row: row.hidden_at is not None
    open: bool = True
    reportable: bool = True
    readers: Callable[[Any], Sequence[int]] | None = None  # who alone can read it, and so report it
    remove: Callable[[Any, Any], None] | None = None


@dataclass(frozen=True)
class Thing:
    """One reported thing as staff see it."""

    kind: str
    id: int
    row: Any
    how: Kind

    @property
    def title(self) -> str:
        return shorten(self.how.title(self.row), LONGEST_TITLE)

    @property
    def words(self) -> str:
        return self.how.words(self.row)[:LONGEST_SEEN]

    @property
    def text(self) -> str:
        """All of it that was typed; "" of a mere tap."""
        words = self.how.words(self.row)
        return words if self.kind == "idea_reply" else f"{self.how.title(self.row)}\n{words}".strip()

    @property
    def because(self) -> str:
        """Why it is hidden, or "": `HELD` and `ASIDE` of core.words are not for reading."""
        return getattr(self.row, "hidden_because", "") if self.hidden else ""

    @property
    def noun(self) -> str:
        return NOUNS[self.kind]

    @property
    def url(self) -> str:
        return self.how.page(self.row)

    @property
    def open(self) -> bool:
        return self.how.open

    @property
    def hidden(self) -> bool:
        return self.how.is_hidden(self.row)

    def may_report(self, person_id: int | None) -> bool:
        """Whether she can read it, and so say that something is wrong with it."""
        return self.how.readers is None or person_id in self.how.readers(self.row)

    @property
    def author_ids(self) -> Sequence[int]:
        return self.how.authors(self.row)

    @property
    def writer_id(self) -> int | None:
        """The one who wrote it, where that is one person."""
        found = set(self.author_ids)
        return found.pop() if len(found) == 1 else None

    def hide(self, actor_id: int | None, reason: str) -> None:
        self.how.hide(actor_id, self.row, reason)

    def restore(self, actor_id: int | None) -> None:
        self.how.restore(actor_id, self.row)


def _stays(*_given: object) -> None:
    """A measure is ended by its own service."""


def _ids(*given: int | None) -> list[int]:
    return [each for each in given if each is not None]


def _hub_staff(fund: Fund) -> list[int]:
    return [person.id for person in list_role_holders(Role.STAFF, f"hub:{fund.hub_id}")]


def _session_people(session: Session) -> list[int]:
    return sorted({*_ids(session.host_id), *list_lead_ids(session.project_id)})


def _keepers(offer: Space | Material) -> list[int]:
    """The keeper, who may be suspended, besides those who look after it now."""
    return sorted({*_ids(offer.keeper_id), *(person.id for person in list_keepers(offer))})


KINDS: dict[str, Kind] = {
    "project": Kind(
        Project, lambda row: row.name, lambda row: row.about, lambda row: list_lead_ids(row.id),
        lambda row: url_for("projects.show", project_id=row.id), projects.hide, projects.restore,
    ),
    "need": Kind(
        Need, lambda row: row.words, lambda row: row.when_words, lambda row: list_lead_ids(row.project_id),
        lambda row: url_for("projects.show", project_id=row.project_id), projects.hide, projects.restore,
        remove=projects.remove_need,
    ),
    "idea": Kind(
        Idea, lambda row: row.words, lambda row: row.words, lambda row: _ids(row.author_id),
        lambda row: url_for("projects.idea", idea_id=row.id), projects.hide, projects.restore,
    ),
    "update": Kind(
        Update, lambda row: row.words, lambda row: row.words, lambda row: _ids(row.person_id),
        lambda row: url_for("projects.updates", project_id=row.project_id), projects.hide, projects.restore,
    ),
    "idea_reply": Kind(
        IdeaReply, lambda row: row.words or row.kind.label, lambda row: f"{row.words}\n{row.answer}".strip(),
        lambda row: [row.person_id], lambda row: url_for("projects.idea", idea_id=row.idea_id), projects.hide,
        projects.restore, remove=projects.remove_reply,
    ),
    "recipe": Kind(
        Recipe, lambda row: row.name, lambda row: "\n".join([row.summary, *row.steps, row.credit]),
        lambda row: list_lead_ids(row.project_id or 0), lambda row: url_for("projects.recipe", slug=row.slug),
        projects.hide, projects.restore,
    ),
    "team_request": Kind(
        TeamRequest, lambda row: row.words, lambda row: row.words, lambda row: _ids(row.person_id),
        lambda row: url_for("projects.show", project_id=row.project_id), projects.hide, projects.restore, open=False,
    ),
    "space": Kind(
        Space, lambda row: row.name, lambda row: f"{row.about}\n{row.has}".strip(), _keepers,
        lambda row: url_for("spaces.space", space_id=row.id), spaces.hide, spaces.restore,
    ),
    "material": Kind(
        Material, lambda row: row.name, lambda row: row.about, _keepers,
        lambda row: url_for("materials.material", material_id=row.id), materials.hide, materials.restore,
    ),
    "organisation": Kind(
        Organisation, lambda row: row.name, lambda row: f"{row.about}\n{row.offers}".strip(),
        lambda row: [member.person_id for member in list_speakers(row.id)],
        lambda row: url_for("organisations.organisation", organisation_id=row.id),
        organisations.hide, organisations.restore,
    ),
    "pledge": Kind(
        Pledge, lambda row: row.words, lambda row: f"{row.words}\n{row.came}".strip(), lambda row: _ids(row.made_by),
        lambda row: url_for("organisations.organisation", organisation_id=row.organisation_id),
        organisations.hide_pledge, organisations.restore_pledge,
    ),
    "mission": Kind(
        Mission, lambda row: row.name, lambda row: "\n".join([row.about, row.definition, row.learnt]).strip(),
        lambda row: _ids(row.made_by), lambda row: url_for("missions.mission", mission_id=row.id),
        missions.hide, missions.restore,
    ),
    "mission_outcome": Kind(
        MissionOutcome, lambda row: row.definition, lambda row: row.definition, lambda row: _ids(row.reported_by),
        lambda row: url_for("missions.mission", mission_id=row.mission_id), missions.hide, missions.restore,
    ),
    "session": Kind(
        Session, lambda row: row.name, lambda row: row.about, _session_people,
        lambda row: url_for("sessions.session", session_id=row.id), sessions.hide, sessions.restore,
    ),
    "story": Kind(
        Story, lambda row: row.title, lambda row: f"{row.words}\n{row.learnt}\n{row.made}\n{row.numbers}".strip(),
        lambda row: _ids(row.person_id), lambda row: url_for("stories.story", story_id=row.id),
        stories.hide, stories.restore, remove=stories.remove,
    ),
    "photo": Kind(
        Photo, photos.title_of, lambda row: row.alt, lambda row: _ids(row.person_id),
        lambda row: url_for("photos.photo", photo_id=row.id), photos.hide, photos.restore, open=False,
        remove=photos.remove,
    ),
    "fund": Kind(
        Fund, lambda row: row.name, lambda row: f"{row.about}\n{row.criteria}".strip(), _hub_staff,
        lambda row: url_for("funds.fund", fund_id=row.id), funds.hide, funds.restore,
    ),
    "fund_ask": Kind(
        FundAsk, lambda row: row.title, lambda row: row.title, lambda row: _ids(row.person_id),
        lambda row: url_for("funds.fund", fund_id=row.fund_id), funds.hide, funds.restore,
    ),
    "thanks": Kind(
        Thanks, lambda row: row.words or row.person.first_name, lambda row: row.words, lambda row: _ids(row.person_id),
        lambda row: url_for("sessions.went", session_id=row.session_id),
        sessions.hide_thanks, sessions.restore_thanks, open=False,
    ),
    "posting": Kind(
        Posting, lambda row: row.words, lambda row: row.words, lambda row: _ids(row.person_id),
        lambda row: "", profiles.hide, profiles.restore, open=False, remove=profiles.remove,
    ),
    "person": Kind(
        Person, lambda row: row.first_name, people.words_of, lambda row: [row.id],
        lambda row: "", people.hide, people.restore, people.is_hidden, open=False,
    ),
    "introduction_note": Kind(
        Note, lambda row: row.words, lambda row: row.words, lambda row: [row.person_id],
        lambda row: url_for("introductions.introduction", introduction_id=row.introduction_id), introductions.hide,
        introductions.restore, open=False, readers=lambda row: list_reader_ids(row.introduction),
    ),
    "measure": Kind(
        Measure, lambda row: row.reason, lambda row: row.reason, lambda row: [row.person_id], lambda row: "", _stays,
        _stays, lambda row: row.ended_at is None, open=False, reportable=False,
    ),
}  # fmt: skip


def find(kind: str, thing_id: int) -> Thing | None:
    """The thing, hidden or not, or None."""
    how = KINDS.get(kind)
    row = db.session.get(how.model, thing_id) if how is not None else None
    return Thing(kind, row.id, row, how) if how is not None and row is not None else None


def find_all(named: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Thing]:
    """Those of these things that are there, hidden or not. One statement a kind."""
    ids: dict[str, list[int]] = {}
    for kind, thing_id in named:
        if kind in KINDS:
            ids.setdefault(kind, []).append(thing_id)
    found = {}
    for kind, those in ids.items():
        model = KINDS[kind].model
        for row in db.session.scalars(select(model).where(model.id.in_(those))):
            found[kind, row.id] = Thing(kind, row.id, row, KINDS[kind])
    return found


def get(kind: str, thing_id: int) -> Thing:
    """The thing, hidden or not. Raises NotFound."""
    thing = find(kind, thing_id)
    if thing is None:
        raise NotFound
    return thing
