"""The engine reads everything once, then follows the trail: in every process, out of order, and without a phantom."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from participate.accounts.words import PersonStatus
from participate.audit.models import AuditRow
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.matching import engine as engines
from participate.matching import trail
from participate.matching.engine import Engine
from participate.matching.jobs import keep_fresh
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.suggest import suggest
from participate.matching.words import Facet, Kind
from participate.organisations import service as organisations
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from participate.projects.words import NeedStatus, Stage
from participate.spaces import service as spaces
from tests.street import Street


@pytest.fixture
def engine(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine that looks at the trail at every question."""
    monkeypatch.setattr(engines, "LOOK_EVERY", 0.0)
    made = Engine(app)
    made.build()
    return made


def found(engine: Engine, text: str, kinds: Iterable[Kind] = tuple(Kind)) -> set[str]:
    db.session.commit()
    snapshot = engine.snapshot()
    assert snapshot is not None
    facts = Facts((Line(Facet.SAID, text),), tuple(kinds), moment=int(clock.now().timestamp()))
    return {one.group for one in suggest(snapshot, facts)}


def say(street: Street, words: str, kind: PostingKind = PostingKind.INTEREST) -> int:
    return profiles.add(street.bilal.id, street.bilal.id, kind, words).id


@pytest.mark.parametrize(
    ("text", "kind", "noun"),
    [
        ("baking bread", "person", "chidi"),
        ("mending a coat", "project", "project"),
        ("thread a sewing machine", "project", "project"),
        ("sewing machine", "material", "material"),
        ("two ovens", "space", "space"),
        ("broken", "session", "session"),
        ("a bench at the bus stop", "idea", "idea"),
    ],
)
def test_everything_on_the_street_can_be_found(engine: Engine, street: Street, text: str, kind: str, noun: str) -> None:
    assert f"{kind}:{getattr(street, noun).id}" in found(engine, text)


def test_a_new_line_is_found_by_every_process_at_once(engine: Engine, app: Flask, street: Street) -> None:
    other = Engine(app)
    other.build()
    say(street, "keeping zebrafish")
    bilal = f"person:{street.bilal.id}"
    assert (bilal in found(engine, "zebrafish"), bilal in found(other, "zebrafish")) == (True, True)


def test_a_change_is_followed_without_reading_everything_anew(
    engine: Engine, street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "build", lambda: pytest.fail("built anew"))
    posting = profiles.queries.get_posting(say(street, "keeping zebrafish"))
    assert found(engine, "zebrafish")
    profiles.change(street.bilal.id, posting, PostingKind.SKILL, "origami cranes", False)
    assert not found(engine, "zebrafish")
    assert found(engine, "origami")
    profiles.hide(street.dora.id, posting, "test")
    assert not found(engine, "origami")
    profiles.restore(street.dora.id, posting)
    assert found(engine, "origami")
    profiles.remove(street.bilal.id, posting)
    assert not found(engine, "origami")


def test_a_suspended_person_vanishes_with_all_that_is_hers(engine: Engine, street: Street) -> None:
    assert f"material:{street.material.id}" in found(engine, "sewing machine")
    street.amina.status = PersonStatus.SUSPENDED
    record(street.gita.id, "suspended", "person", street.amina.id)
    assert f"material:{street.material.id}" not in found(engine, "sewing machine")
    street.amina.status = PersonStatus.ACTIVE
    record(street.gita.id, "restored", "person", street.amina.id)
    assert f"material:{street.material.id}" in found(engine, "sewing machine")


def test_nobody_who_was_suspended_before_is_found(app: Flask, street: Street) -> None:
    profiles.add(street.femi.id, street.femi.id, PostingKind.INTEREST, "keeping zebrafish")
    db.session.commit()
    made = Engine(app)
    made.build()
    assert not found(made, "zebrafish")


def test_a_hidden_project_takes_its_needs_and_sessions_along(engine: Engine, street: Street) -> None:
    street.project.hidden_at = clock.now()
    record(street.dora.id, "hidden", "project", street.project.id)
    assert not found(engine, "mend a torn coat, thread a machine, bring it broken", [Kind.PROJECT, Kind.SESSION])


def test_an_ended_project_and_a_need_that_is_met_are_no_longer_suggested(engine: Engine, street: Street) -> None:
    street.need.status, street.need.met_at = NeedStatus.MET, clock.now()
    record(street.amina.id, "met", "need", street.need.id)
    assert not found(engine, "thread", [Kind.PROJECT])
    street.project.stage = Stage.ENDED
    record(street.amina.id, "ended", "project", street.project.id)
    assert not found(engine, "torn coat", [Kind.PROJECT])


def test_a_session_that_has_begun_is_not_suggested(engine: Engine, street: Street) -> None:
    assert found(engine, "broken", [Kind.SESSION])
    with clock.stop_at(street.session.starts_at):
        assert not found(engine, "broken", [Kind.SESSION])


def test_an_offer_is_suggested_up_to_its_last_day(engine: Engine, street: Street) -> None:
    last = clock.moment_of(street.space.expires_on, clock.local(clock.now()).time())
    with clock.stop_at(last):
        assert f"space:{street.space.id}" in found(engine, "two ovens")
    with clock.stop_at(last + timedelta(days=1)):
        assert f"space:{street.space.id}" not in found(engine, "two ovens")


def test_a_hidden_offer_vanishes(engine: Engine, street: Street) -> None:
    spaces.hide(street.dora.id, street.space, "test")
    assert f"space:{street.space.id}" not in found(engine, "two ovens")


def test_a_hidden_organisation_takes_its_offers_along(engine: Engine, street: Street) -> None:
    street.space.organisation_id = street.organisation.id
    record(street.dora.id, "changed", "space", street.space.id)
    assert found(engine, "two ovens")
    organisations.hide(street.dora.id, street.organisation, "test")
    assert not found(engine, "two ovens")


def test_a_row_that_appears_late_is_seen(engine: Engine, street: Street) -> None:
    """PostgreSQL gives out numbers before it commits."""
    db.session.add(AuditRow(id=500, at=clock.now(), actor_id=None, verb="made", kind="nothing", thing_id=1))
    assert not found(engine, "zebrafish")
    posting = say(street, "keeping zebrafish")
    row = db.session.query(AuditRow).filter_by(kind="posting", thing_id=posting).one()
    row.id = 400  # as if its number had been given out before the other's
    assert found(engine, "zebrafish")


def test_settled_rows_are_not_read_again(app: Flask, street: Street) -> None:
    made = trail.Trail()
    assert made.changes() == set()
    with clock.stop_at(clock.now() + 2 * trail.UNSETTLED):
        record(None, "made", "idea", 7)
        db.session.commit()
        assert made.changes() == {("idea", 7)}
        assert made.changes() == set()
        assert len(made.seen) == 1


def test_too_much_at_once_is_read_anew(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "LOOK_EVERY", 0.0)
    monkeypatch.setattr(trail, "MOST", 3)
    made = Engine(app)
    made.build()
    for number in range(5):
        say(street, f"keeping zebrafish {number}")
    found(made, "zebrafish")  # this question finds that too much has changed …
    assert found(made, "zebrafish")  # … and the next one has it all
    assert made.snapshot().segments[0].living > 5


def test_what_is_not_kept_is_not_found(engine: Engine, app: Flask, street: Street) -> None:
    """A request that writes sees its own work before it is kept: the index must not."""
    with app.test_request_context("/", method="POST"):
        say(street, "keeping zebrafish")
        db.session.flush()
        assert engine.snapshot() is not None
        db.session.rollback()
    say(street, "a line in its place, with the same numbers: origami")
    assert not found(engine, "zebrafish")
    assert found(engine, "origami")


def test_until_it_is_built_nothing_is_said(app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Engine(app)
    monkeypatch.setattr(made, "start", lambda: None)
    assert made.snapshot() is None
    assert made.near(street.ward.id) == ()


def test_an_index_that_nobody_asks_is_made_anew_in_time(app: Flask, street: Street) -> None:
    """What was erased is not kept on disk by an index that nobody looks at."""
    engine = engines.of(app)
    engine.build()
    assert engine._built is not None
    engine._built = replace(engine._built, at=0.0)
    db.session.commit()
    keep_fresh()
    assert not engine._built.worn
