"""What a project lacks: written down, met with thanks, open again, gone."""

from dataclasses import asdict, dataclass

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.projects import queries
from participate.projects.models import Need, Project
from participate.projects.rules.needs import check_meet, check_quick, check_reopen, check_room
from participate.projects.words import NeedKind, NeedStatus


@dataclass(frozen=True)
class NeedFacts:
    """One need. `when_words` says when and how long in the team's words, `minutes` how long each time. `quick`: a
    task of 20 minutes or less that is done anywhere.
    """

    kind: NeedKind
    words: str
    when_words: str = ""
    minutes: int | None = None
    quick: bool = False


def add_need(actor_id: int, project: Project, facts: NeedFacts) -> Need:
    """Write down one more need. Raises TooManyNeeds or NotQuick."""
    check_quick(facts.kind, facts.minutes, quick=facts.quick)
    check_room(queries.count_open(project.id))
    need = Need(project_id=project.id, **asdict(facts), made_at=clock.now())
    db.session.add(need)
    db.session.flush()
    record(actor_id, "made", "need", need.id)
    return need


def change_need(actor_id: int, need: Need, facts: NeedFacts) -> None:
    """Other words for a need. Raises NotQuick."""
    check_quick(facts.kind, facts.minutes, quick=facts.quick)
    for name, value in asdict(facts).items():
        setattr(need, name, value)
    record(actor_id, "changed", "need", need.id)
    db.session.flush()


def meet_need(actor_id: int, need: Need, thanks: str) -> None:
    """It is met. `thanks` names whom to thank, as the team writes it. Raises NeedMet."""
    check_meet(need.status)
    need.status, need.met_at, need.thanks = NeedStatus.MET, clock.now(), thanks
    record(actor_id, "met", "need", need.id)
    db.session.flush()


def reopen_need(actor_id: int, need: Need) -> None:
    """It is needed again. Raises NeedOpen or TooManyNeeds."""
    check_reopen(need.status, queries.count_open(need.project_id))
    need.status, need.met_at, need.thanks = NeedStatus.OPEN, None, ""
    record(actor_id, "reopened", "need", need.id)
    db.session.flush()


def remove_need(actor_id: int, need: Need) -> None:
    """Nobody needs it any more: its row goes."""
    record(actor_id, "removed", "need", need.id)
    db.session.delete(need)
    db.session.flush()
