"""Everything on the street that can be reported."""

from collections.abc import Callable

import pytest
from flask import Flask

from participate.accounts.models import Person
from participate.core.db import db
from participate.core.mail import LaidLetter, list_laid
from participate.funds.models import Fund, FundAsk
from participate.missions.models import Mission, MissionOutcome
from participate.missions.words import MissionMeasure
from participate.moderation import service, things
from participate.moderation.models import Report
from participate.moderation.words import ReportReason
from participate.organisations.models import Pledge
from participate.organisations.words import PledgeKind
from participate.outbox import service as outbox
from participate.photos import service as photos
from participate.photos.service import About, Said
from participate.photos.words import Who
from participate.profiles.words import Theme
from participate.projects.models import IdeaReply, Recipe, TeamRequest, Update
from participate.projects.words import ReplyKind
from participate.sessions.models import Thanks
from participate.stories.models import Story
from tests.more.photos import drawn
from tests.street import LATER, NOON, Street, add

# Kind → who of the cast answers for it.
AUTHORS = {
    "project": {"amina"},
    "need": {"amina"},
    "idea": {"chidi"},
    "space": {"dora"},
    "material": {"amina"},
    "session": {"amina"},
    "posting": {"chidi"},
    "person": {"chidi"},
    "team_request": {"chidi"},
    "story": {"chidi"},
    "idea_reply": {"bilal"},
    "recipe": {"amina"},
    "thanks": {"chidi"},
    "update": {"chidi"},
    "fund": {"dora"},
    "fund_ask": {"chidi"},
    "photo": {"chidi"},
    "pledge": {"chidi"},
    "mission": {"chidi"},
    "mission_outcome": {"chidi"},
}
OPEN_KINDS = (
    "project", "need", "idea", "space", "material", "session", "organisation", "story",
    "idea_reply", "recipe", "fund", "fund_ask", "pledge", "mission", "mission_outcome",
)  # fmt: skip
# Those that everybody may report. A measure is only asked about again; a note between two is theirs to report, and
# tests/introductions asks that.
KINDS = tuple(kind for kind, how in things.KINDS.items() if how.reportable and how.readers is None)
OWN = (
    "story", "idea_reply", "recipe", "thanks", "update", "fund", "fund_ask", "photo", "pledge", "mission",
    "mission_outcome",
)  # fmt: skip


def judge_for(street: Street, kind: str) -> Person:
    """A member of staff who does not answer for this kind of thing."""
    return street.gita if "dora" in AUTHORS.get(kind, ()) else street.dora


class Reported:
    """The street with a thing of every kind."""

    def __init__(self, street: Street) -> None:
        self.street = street
        self.request = TeamRequest(
            project_id=street.project.id, person_id=street.chidi.id, words="I can thread a needle", asked_at=NOON
        )
        self.story = Story(
            project_id=street.project.id, person_id=street.chidi.id, title="Forty jars", words="We stirred.",
            made_at=NOON, changed_at=NOON,
        )  # fmt: skip
        self.idea_reply = IdeaReply(
            idea_id=street.idea.id, person_id=street.bilal.id, kind=ReplyKind.WORRY, words="The noise", made_at=NOON
        )
        self.recipe = Recipe(
            slug="mend-club", name="Mend club", theme=Theme.MAKE, summary="We mend.", space="A table",
            materials="Thread", skills="1 mender", people="4", rhythm="2 hours", starter_time="1 hour",
            joiner_time="1 hour", match_words=[], steps=["Sit.", "Mend.", "Go home."], project_id=street.project.id,
        )  # fmt: skip
        self.thanks = Thanks(
            session_id=street.session.id, person_id=street.chidi.id, words="My coat is whole", made_at=NOON
        )
        self.update = Update(
            project_id=street.project.id, person_id=street.chidi.id, words="We have thread again.", made_at=NOON
        )
        self.fund = Fund(
            hub_id=street.hub.id, name="Green corners", criteria="For everybody", total_pence=50000, most_pence=10000,
            closes_on=LATER, made_at=NOON, changed_at=NOON,
        )  # fmt: skip
        self.fund_ask = FundAsk(
            fund=self.fund, person_id=street.chidi.id, title="Seeds for the corner", what="Sow", who="All", costs="£60",
            pence=6000, asked_at=NOON,
        )  # fmt: skip
        add(self.request, self.story, self.idea_reply, self.recipe, self.thanks, self.update, self.fund, self.fund_ask)
        self._partners()
        said = Said("A long table in a kitchen.", Who.NOBODY)
        self.photo = photos.keep(street.chidi.id, About(f"space:{street.space.id}"), drawn("teal"), said, staff=True)
        db.session.commit()

    def _partners(self) -> None:
        chidi, partner = self.street.chidi.id, self.street.organisation.id
        self.pledge = Pledge(
            organisation_id=partner, kind=PledgeKind.TIME, words="Two hours a week", made_by=chidi, made_at=NOON,
            changed_at=NOON,
        )  # fmt: skip
        self.mission = Mission(
            name="We eat together", measure=MissionMeasure.VISITS, target=100, first_day=NOON.date(), last_day=LATER,
            made_by=chidi, made_at=NOON, changed_at=NOON,
        )  # fmt: skip
        add(self.pledge, self.mission)
        self.mission_outcome = MissionOutcome(
            mission_id=self.mission.id, organisation_id=partner, definition="In work for a month", number=5,
            first_day=NOON.date(), last_day=NOON.date(), reported_by=chidi, reported_at=NOON,
        )  # fmt: skip
        add(self.mission_outcome)

    def id_of(self, kind: str) -> int:
        own = {"team_request": "request"} | dict.fromkeys(OWN)
        if kind in own:
            return getattr(self, own[kind] or kind).id
        return getattr(self.street, "chidi" if kind == "person" else kind).id

    def report(
        self, kind: str, by: int | None = None, reason: ReportReason = ReportReason.UNSAFE, words: str = ""
    ) -> int:
        """A report of this thing. Committed. Returns its id."""
        made = service.report(by, things.get(kind, self.id_of(kind)), reason, words)
        db.session.commit()
        return made.id

    def is_hidden(self, kind: str) -> bool:
        db.session.expire_all()
        return things.get(kind, self.id_of(kind)).hidden


@pytest.fixture
def reported(street: Street) -> Reported:
    return Reported(street)


@pytest.fixture
def letters(app: Flask) -> Callable[[], list[LaidLetter]]:
    """Keeps every promise that is due; returns the letters that were laid so far, newest first."""

    def laid() -> list[LaidLetter]:
        outbox.run_due()
        return list_laid(app.extensions["settings"].data / "letters")

    return laid


def newest(kind: str) -> Report:
    """The newest report about a kind of thing."""
    found = db.session.query(Report).filter_by(kind=kind).order_by(Report.id.desc()).first()
    assert found is not None
    return found
