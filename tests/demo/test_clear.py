"""Clearing, in both databases: what the demo made goes, with what hangs on it, and nothing else."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Table, select

from participate.accounts.models import Code, Person, RoleHeld, SignIn
from participate.accounts.words import Channel, CodeUse, Role
from participate.audit.models import AuditRow
from participate.audit.queries import newest_id
from participate.core import clock
from participate.core.db import db
from participate.demo import rules, service
from participate.demo.service.clear import NOUNS
from participate.demo.tables import MODELS
from participate.moderation.models import Report
from participate.moderation.words import ReportReason
from participate.places.models import Hub, Street
from participate.profiles.models import Posting
from participate.profiles.words import PostingKind
from participate.projects.models import Project, TeamRequest
from tests.street import Street as Neighbourhood
from tests.street import add, person

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)
STAYS = ("audit_row", "demo_range")


def all_rows() -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the database but the audit."""
    tables: list[Table] = [table for table in db.metadata.sorted_tables if table.name not in STAYS]
    rows = {
        table.name: [tuple(row) for row in db.session.execute(select(table).order_by(table.c.id))] for table in tables
    }
    db.session.rollback()
    return rows


def first_of(model: type[Any]) -> Any:
    """The first row of a model that the demo made."""
    return db.session.scalars(select(model).order_by(model.id.desc()).limit(1)).one()


def test_the_street_is_as_it_was(street: Neighbourhood) -> None:
    service.seed(60)
    service.clear()
    db.session.expire_all()
    first = all_rows()
    service.seed(60, 9)
    assert all_rows() != first
    service.clear()
    assert all_rows() == first
    assert street.amina.name == "Amina Rahman"
    assert street.session.project_id == street.project.id


def test_there_is_nothing_left_of_an_empty_start(app: Flask) -> None:
    service.seed(60)
    service.clear()
    left = {table for table, rows in all_rows().items() if rows}
    assert left == {"borough", "ward", "ward_code", "ward_figure", "recipe", "framework", "goal"}
    assert service.is_empty()


def test_twice_says_that_there_is_nothing(app: Flask) -> None:
    with pytest.raises(rules.NothingToClear):
        service.clear()


def test_what_hangs_on_it_goes_too(app: Flask) -> None:
    service.seed(60)
    stranger = person("Hand Made")
    project, resident = first_of(Project), db.session.scalars(select(Person).order_by(Person.id).limit(1)).one()
    add(
        TeamRequest(project_id=project.id, person_id=stranger.id, words="Me too", asked_at=NOW),
        RoleHeld(person_id=stranger.id, role=Role.HOST, subject=f"project:{project.id}", since=NOW),
        RoleHeld(person_id=stranger.id, role=Role.OFFICER, subject="", since=NOW),
        Report(kind="project", thing_id=project.id, reason=ReportReason.OTHER, made_at=NOW),
        Posting(
            person_id=resident.id, kind=PostingKind.INTEREST, words="Written later", expires_on=date(2027, 1, 1),
            made_at=NOW, changed_at=NOW,
        ),
        SignIn(person_id=resident.id, token_hash="x", browser_name="A phone", made_at=NOW, seen_at=NOW),
        Code(
            use=CodeUse.SIGN_IN, channel=Channel.MAIL, contact=resident.email, code_hash="x", browser="x", draft={},
            made_at=NOW, good_until=NOW,
        ),
        AuditRow(at=NOW, actor_id=stranger.id, verb="changed", kind="project", thing_id=project.id),
    )  # fmt: skip
    db.session.commit()
    service.clear()
    for model in (TeamRequest, Report, Posting, SignIn, Code, Project):
        assert db.session.scalars(select(model)).all() == [], model
    assert [held.role for held in db.session.scalars(select(RoleHeld))] == [Role.OFFICER]
    assert [one.name for one in db.session.scalars(select(Person))] == ["Hand Made"]


def test_what_stays_lets_go(street: Neighbourhood) -> None:
    service.seed(60)
    street.idea.hub_id = first_of(Hub).id
    street.project.street_id = first_of(Street).id
    street.session.host_id = first_of(Person).id
    db.session.commit()
    service.clear()
    db.session.expire_all()
    assert street.idea.hub_id is None
    assert street.project.street_id is None
    assert street.session.host_id is None


def test_reports_about_other_things_stay(street: Neighbourhood) -> None:
    add(Report(kind="project", thing_id=street.project.id, reason=ReportReason.OTHER, made_at=NOW))
    db.session.commit()
    service.seed(60)
    service.clear()
    assert [report.thing_id for report in db.session.scalars(select(Report))] == [street.project.id]


def test_the_audit_says_what_went_and_never_counts_back(app: Flask) -> None:
    service.seed(60)
    ids = {
        model.__tablename__: set(db.session.scalars(select(model.id)))
        for model in MODELS
        if model.__tablename__ in NOUNS
    }
    before = newest_id()
    db.session.rollback()
    with clock.stop_at(NOW):
        service.clear()
    rows = db.session.scalars(select(AuditRow).where(AuditRow.kind.in_(NOUNS))).all()
    assert {row.verb for row in rows} == {"removed"}
    assert {kind: {row.thing_id for row in rows if row.kind == kind} for kind in ids} == ids
    assert all(row.id > before for row in rows)


def test_a_second_neighbourhood_can_follow(app: Flask) -> None:
    service.seed(60)
    service.clear()
    service.seed(60)
    assert not service.is_empty()
