"""A set that was found for a project that lacks three things, one that is asked for, of Bilal too, one that is on."""

from datetime import timedelta

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.matching.models import Ask, AskLine, ProjectSet
from participate.matching.words import AskStatus, SetStatus
from participate.projects.models import Project
from participate.projects.words import NeedKind
from tests.matching.set_street import build, build_project
from tests.street import Street

STATES = (
    "/projects/{wool_id}/set", "/projects/{wool_id}/set?heads=30", "/projects/{asking_id}/set",
    "/projects/{ready_id}/set", "/recipes/repair-cafe/set?idea={idea_id}",
    "/asks/{yes_ask_id}", "/asks/{no_ask_id}", "/asks/{late_ask_id}",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    wool = build(street).project
    asking, ready = build_project(street, "Felt Club"), build_project(street, "Dye Club")
    held, on = _set(street, asking, SetStatus.ASKING), _set(street, ready, SetStatus.READY)
    asks = {
        "ask_id": _ask(held, street.bilal, AskStatus.ASKED), "late_ask_id": _ask(held, street.bilal, AskStatus.LATE),
        "yes_ask_id": _ask(held, street.chidi, AskStatus.YES), "no_ask_id": _ask(held, street.chidi, AskStatus.NO),
        "": _ask(on, street.chidi, AskStatus.YES),
    }  # fmt: skip
    db.session.commit()
    found = {name: ask.id for name, ask in asks.items() if name}
    return found | {"wool_id": wool.id, "asking_id": asking.id, "ready_id": ready.id}


def _set(street: Street, project: Project, status: SetStatus) -> ProjectSet:
    now, starts_at = clock.now(), clock.now() + timedelta(days=7)
    made = ProjectSet(
        project_id=project.id, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90), heads=8, status=status,
        made_by=street.dora.id, made_at=now, closed_at=None if status is SetStatus.ASKING else now,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made


def _ask(made: ProjectSet, someone: Person, status: AskStatus) -> Ask:
    now, need = clock.now(), db.session.get_one(Project, made.project_id).needs[0]
    line = AskLine(need_id=need.id, kind=NeedKind.PERSON, what=need.words, units=1)
    ask = Ask(
        set_id=made.id, person_id=someone.id, status=status, asked_at=now, good_until=now + timedelta(days=3),
        lines=[line],
    )  # fmt: skip
    db.session.add(ask)
    db.session.flush()
    return ask
