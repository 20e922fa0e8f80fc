"""Seeding, in both databases."""

from collections import Counter

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.accounts.models import Person
from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db
from participate.demo import queries, rules, service
from participate.demo.service.clear import NOUNS
from participate.demo.tables import MODELS
from participate.insight.models import Framework, Goal
from participate.places.models import Hub, Street, Ward
from participate.places.service import ensure_borough
from participate.profiles.models import Posting
from participate.projects.models import Project, Recipe
from participate.sessions.models import Session
from tests.demo.digest import digest
from tests.street import Street as Neighbourhood
from tests.street import add, person


def counts() -> dict[str, int]:
    """Rows by table."""
    found = {m.__tablename__: db.session.scalar(select(func.count()).select_from(m)) or 0 for m in MODELS}
    db.session.rollback()
    return found


def test_the_default_neighbourhood(app: Flask) -> None:
    assert service.is_empty()
    made = service.seed()
    assert not service.is_empty()
    found = counts()
    assert {table: count for table, count in found.items() if count and table != "audit_row"} == {
        table: count for table, count in made.items() if table != "audit_row"
    }
    assert (found["person"], found["project"], found["space"], found["material"]) == (614, 120, 80, 300)
    assert db.session.scalar(select(func.count()).select_from(Recipe)) == 59
    assert db.session.scalar(select(func.count()).select_from(Ward)) == 19


def test_the_same_seed_makes_the_same_rows_wherever_they_stand(app: Flask) -> None:
    service.seed(60, 7)
    first = digest()
    service.clear()
    person("Somebody Else")  # the ids of the second neighbourhood begin elsewhere
    db.session.commit()
    service.seed(60, 7)
    assert digest() == first


def test_another_seed_makes_other_rows(app: Flask) -> None:
    service.seed(60, 7)
    first = digest()
    service.clear()
    service.seed(60, 8)
    assert digest() != first


def test_twice_is_refused_and_changes_nothing(app: Flask) -> None:
    service.seed(60)
    before = counts(), digest()
    with pytest.raises(rules.AlreadySeeded):
        service.seed(60)
    assert (counts(), digest()) == before


def test_a_wrong_size_makes_nothing(app: Flask) -> None:
    with pytest.raises(rules.BadSize):
        service.seed(3)
    assert service.is_empty()


def test_every_noun_has_its_audit_row(app: Flask) -> None:
    service.seed(60)
    said = Counter(
        (kind, thing_id)
        for kind, thing_id in db.session.execute(
            select(AuditRow.kind, AuditRow.thing_id).where(AuditRow.verb.in_(("made", "joined", "asked")))
        )
    )
    for model in MODELS:
        if model.__tablename__ in NOUNS:
            ids = db.session.scalars(select(model.id)).all()
            assert all(said[model.__tablename__, number] == 1 for number in ids), model


def test_what_comes_after_gets_free_ids(app: Flask) -> None:
    service.seed(60)
    highest = db.session.scalar(select(func.max(Person.id))) or 0
    assert person("Next Neighbour").id > highest


def test_beside_people_who_are_there_already(street: Neighbourhood) -> None:
    before = {column.name: getattr(street.amina, column.name) for column in Person.__table__.columns}
    service.seed(60)
    hubs = db.session.scalars(select(Hub.name)).all()
    assert {"The Shop, Church Elm Lane", "The Shop, Church Elm Lane (demo)"} <= set(hubs)
    kept = db.session.get_one(Person, before["id"])
    assert {column.name: getattr(kept, column.name) for column in Person.__table__.columns} == before


def test_a_street_that_is_there_already_is_used(app: Flask) -> None:
    ensure_borough()
    ward = db.session.scalars(select(Ward).where(Ward.slug == "parsloes")).one()
    street = Street(ward_id=ward.id, name="Parsloes Avenue", homes=90, square=22610000)
    add(street)
    number = street.id
    db.session.commit()
    service.seed(60)
    first = select(Project.street_id).where(Project.name == "Mend Club, Parsloes Avenue")
    assert db.session.scalar(first) == number
    service.clear()
    assert db.session.scalars(select(Street.name)).all() == ["Parsloes Avenue"]


def test_the_cast_can_sign_in(app: Flask) -> None:
    assert queries.list_sign_ins() == []
    service.seed(60)
    lines = queries.list_sign_ins()
    assert [line.email for line in lines] == [
        f"{part}@example.org" for part in ("resident", "host", "keeper", "staff", "officer", "admin")
    ]
    people = [db.session.scalars(select(Person).where(Person.email == line.email)).one() for line in lines]
    assert [sorted({held.role for held in one.roles}) for one in people[3:]] == [["staff"], ["officer"], ["admin"]]
    assert people[1].holds("host")
    assert people[2].holds("keeper")
    assert all(one.is_active for one in people)


def test_rows_read_as_the_models_say(app: Flask) -> None:
    framework = Framework(key="purpose", name="Purpose Goals", source="", made_at=clock.now())
    add(framework)
    add(Goal(framework_id=framework.id, key="purpose-1", place=1, name="Strong foundations"))
    db.session.commit()
    service.seed(years=1)
    for model in MODELS:
        assert db.session.scalars(select(model).order_by(model.id).limit(50)).all(), model
    assert set(db.session.scalars(select(Posting.hidden_because))) == {""}
    assert set(db.session.scalars(select(Posting.hidden_at))) == {None}
    project = db.session.scalars(select(Project).where(Project.name == "Mend Club, Parsloes Avenue")).one()
    assert project.ward
    assert project.ward.name == "Parsloes"
    assert project.recipe
    assert project.recipe.slug == "repair-cafe"
    assert project.needs


def test_sessions_stand_around_the_clock(app: Flask) -> None:
    service.seed()
    starts = db.session.scalars(select(Session.starts_at)).all()
    days = Counter((clock.local(moment).date() - clock.today()).days for moment in starts)
    assert min(days) >= -13
    assert max(days) <= 13
    assert days[0] >= 3
