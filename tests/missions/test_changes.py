"""Missions named, joined, moved on, reported and learnt from: the rules, and what the pages say of them."""

from datetime import date, timedelta
from itertools import product

import pytest

from participate.core import clock
from participate.core.db import db
from participate.missions import queries, service
from participate.missions.jobs import over
from participate.missions.models import Mission, MissionOutcome, MissionProject
from participate.missions.rules import naming, outcomes, stages
from participate.missions.words import MissionMeasure, MissionStage
from participate.outbox.models import Promise
from participate.projects.words import Stage
from tests.missions.build import FIRST, LAST, build_mission, build_outcome, come, hold, put_under
from tests.page import PageClient
from tests.street import CAST, NOON, Street

GOAL = {
    "name": "50 benches", "about": "A place to sit.", "measure": "visits", "target": "50", "definition": "",
    "first_day": "2026-07-02", "last_day": "2026-09-30",
}  # fmt: skip
BEHALF = {"dora": "hub:1", "gita": "council", "efua": "council", "bilal": "organisation:1"}


@pytest.mark.parametrize(("target", "good"), [(10, True), (15, True), (1_000, True), (5, False), (12, False)])
def test_targets_are_round(target: int, good: bool) -> None:
    if good:
        naming.check_target(target)
        return
    with pytest.raises(naming.NotRound):
        naming.check_target(target)


@pytest.mark.parametrize(("now", "then"), list(product(MissionStage, MissionStage)))
def test_one_step_at_a_time(now: MissionStage, then: MissionStage) -> None:
    order = list(MissionStage)
    if abs(order.index(now) - order.index(then)) <= 1:
        stages.check_stage(now, then, "Two machines.", somebody_came=True)
        return
    with pytest.raises(stages.NotTheNextStage):
        stages.check_stage(now, then, "Two machines.", somebody_came=True)


def test_tested_means_people_came_and_something_was_learnt() -> None:
    prototype, tested = MissionStage.PROTOTYPE, MissionStage.TESTED
    with pytest.raises(stages.NothingLearnt):
        stages.check_stage(prototype, tested, "", somebody_came=True)
    with pytest.raises(stages.NobodyCame):
        stages.check_stage(prototype, tested, "Two machines.", somebody_came=False)


@pytest.mark.parametrize(
    ("first", "last", "good"),
    [
        (date(2026, 6, 1), date(2026, 6, 30), True), (date(2026, 5, 31), date(2026, 6, 30), False),
        (date(2026, 6, 30), date(2026, 6, 1), False), (date(2026, 6, 1), date(2026, 7, 3), False),  # tomorrow
    ],
)  # fmt: skip
def test_days_of_a_report(first: date, last: date, good: bool) -> None:
    facts = {"mission": (FIRST, LAST), "today": NOON.date()}
    if good:
        outcomes.check_days(first, last, **facts)
        return
    with pytest.raises(outcomes.OutsideDays):
        outcomes.check_days(first, last, **facts)


@pytest.mark.parametrize("name", CAST)
def test_who_names_one(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    may = name in BEHALF
    answer = client.send("/missions/new", GOAL | {"behalf": BEHALF.get(name, "council")}) if may else None
    assert db.session.query(Mission).count() == (1 if may else 0)
    if answer is None:
        assert client.get("/missions/new").status_code in (303, 403, 404)
        return
    made = db.session.query(Mission).one()
    named = {"hub:1": (1, None), "council": (None, None), "organisation:1": (None, 1)}[BEHALF[name]]
    assert (made.hub_id, made.organisation_id) == named
    assert answer.headers["Location"] == f"/missions/{made.id}"


@pytest.mark.parametrize(
    ("name", "behalf"), [("bilal", "council"), ("bilal", "hub:1"), ("efua", "hub:1"), ("dora", "council")]
)
def test_nobody_names_one_for_others(street: Street, client: PageClient, name: str, behalf: str) -> None:
    client.become(street.person(name)).send("/missions/new", GOAL | {"behalf": behalf})
    made = db.session.query(Mission).all()
    mine = BEHALF[name]
    assert [(each.hub_id, each.organisation_id) for each in made] in (
        [], [{"organisation:1": (None, 1), "council": (None, None), "hub:1": (1, None)}[mine]],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""), ("name", "x" * 10_000), ("name", "Ring 020 8227 1234"), ("about", ""), ("target", "12"),
        ("target", "x"), ("first_day", "soon"), ("last_day", "2026-01-01"), ("last_day", "2036-01-01"),
        ("measure", "points"),
    ],
)  # fmt: skip
def test_bad_input_comes_back(street: Street, client: PageClient, field: str, value: str) -> None:
    answer = client.become(street.dora).send("/missions/new", GOAL | {"behalf": "hub:1", field: value})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert db.session.query(Mission).count() == 0


def test_where_partners_count_it_says_what(street: Street, client: PageClient) -> None:
    given = GOAL | {"behalf": "hub:1", "measure": "outcome"}
    answer = client.become(street.dora).send("/missions/new", given)
    assert 'id="definition-error"' in answer.text
    assert client.send("/missions/new", given | {"definition": "People into work."}).status_code == 303


def test_what_is_counted_stays_once_somebody_joined(street: Street) -> None:
    mission = build_mission(street)
    facts = service.MissionFacts("A", "B", MissionMeasure.VISITS, 50, FIRST, LAST)
    service.change(street.dora.id, mission, facts)
    put_under(mission, street.project)
    with pytest.raises(naming.CountStays):
        service.change(street.dora.id, mission, service.MissionFacts("A", "B", MissionMeasure.PEOPLE, 50, FIRST, LAST))


def test_joining_twice_is_once(street: Street, client: PageClient) -> None:
    mission = build_mission(street)
    path = f"/missions/{mission.id}/join"
    assert client.become(street.amina).send(path, {"project": str(street.project.id)}).status_code == 303
    service.join(street.amina.id, mission, street.project)
    assert db.session.query(MissionProject).count() == 1
    assert "Works towards" in client.get(f"/projects/{street.project.id}").text
    assert "You look after no project that could join" in client.get(path).text


def test_who_may_not_join_nor_what_is_over(street: Street, client: PageClient) -> None:
    mission = build_mission(street)
    path = f"/missions/{mission.id}/join"
    assert "You look after no project" in client.become(street.chidi).get(path).text
    street.project.stage = Stage.ENDED
    assert "You look after no project" in client.become(street.amina).get(path).text
    street.project.stage = Stage.RUNNING
    with clock.stop_at(NOON + timedelta(days=400)), pytest.raises(naming.IsOver):
        service.join(street.amina.id, mission, street.project)


def test_stages_on_the_page(street: Street, client: PageClient) -> None:
    mission = build_mission(street)
    put_under(mission, street.project, stage=MissionStage.PROTOTYPE)
    path = f"/missions/{mission.id}/projects/{street.project.id}"
    given = {"stage": "tested", "learnt": "Two machines are enough."}
    assert "Nobody has been counted yet" in client.become(street.amina).send(path, given).text
    come(hold(street.project, NOON), strangers=1)
    assert client.send(path, given).status_code == 303
    assert "Two machines are enough." in client.become(None).get(f"/missions/{mission.id}").text
    client.become(street.amina).send(f"{path}/leave", page=path)
    assert db.session.query(MissionProject).count() == 0


def test_a_report_is_the_partners(street: Street, client: PageClient) -> None:
    mission = build_mission(street, measure=MissionMeasure.OUTCOME)
    path = f"/missions/{mission.id}/outcomes/new"
    given = {
        "organisation": str(street.organisation.id), "number": "52", "definition": "people into work",
        "first_day": "2026-06-01", "last_day": "2026-06-30",
    }  # fmt: skip
    assert client.become(street.bilal).send(path, given).status_code == 303
    again = client.send(path, given | {"first_day": "2026-06-30", "last_day": "2026-07-01"})
    assert "You reported some of these days already" in again.text
    page = client.become(None).get(f"/missions/{mission.id}").text
    for words in ("50 or more", "people into work", "Counted by", "Elm Tree School", "the partners’ own counts"):
        assert words in page
    assert "<strong>52</strong>" not in page
    assert "<strong>52</strong>" in client.become(street.bilal).get(f"/missions/{mission.id}").text  # it is theirs
    row = db.session.query(MissionOutcome).one()
    take = f"/missions/{mission.id}/outcomes/{row.id}/take-back"
    for name, status in (("dora", 403), ("amina", 403), ("bilal", 303)):
        assert client.become(street.person(name)).send(take, page="/spaces/new").status_code == status
    assert db.session.query(MissionOutcome).count() == 0


def test_few_are_not_told(street: Street, client: PageClient) -> None:
    mission = build_mission(street, measure=MissionMeasure.OUTCOME)
    build_outcome(street, mission, 3)
    page = client.get(f"/missions/{mission.id}").text
    assert "Fewer than 10" in page
    assert "Just begun" in page


def test_only_such_a_mission_takes_reports(street: Street, client: PageClient) -> None:
    mission = build_mission(street)
    assert client.become(street.bilal).get(f"/missions/{mission.id}/outcomes/new").status_code == 409


def test_hidden_it_is_there_for_its_keepers(street: Street, client: PageClient) -> None:
    mission = build_mission(street)
    put_under(mission, street.project)
    service.hide(street.gita.id, mission, "Not kind.")
    for name in CAST:
        status = client.become(street.person(name)).get(f"/missions/{mission.id}").status_code
        assert status == (200 if name in ("dora", "gita") else 404)
    for path in ("/missions", f"/projects/{street.project.id}", f"/organisations/{street.organisation.id}"):
        assert mission.name not in client.become(None).get(path).text


def test_who_keeps_it_is_asked_once_what_was_learnt(street: Street, client: PageClient) -> None:
    mission = build_mission(street, last_day=date(2026, 7, 1))
    build_mission(street, last_day=NOON.date())
    over()
    over()
    told = db.session.query(Promise).filter(Promise.key.like("mission-over-%")).all()
    assert [each.payload["person_id"] for each in told] == [street.dora.id]
    path = f"/missions/{mission.id}/learnt"
    assert client.become(street.dora).send(path, {"learnt": "Ask early."}).status_code == 303
    assert "Ask early." in client.become(None).get(f"/missions/{mission.id}").text


def test_the_list_has_what_runs_first(street: Street) -> None:
    past = build_mission(street, name="Past", last_day=date(2026, 6, 30))
    late, soon = build_mission(street, name="Late"), build_mission(street, name="Soon", last_day=date(2026, 8, 1))
    build_mission(street, name="Hidden", hidden_at=NOON)
    assert [each.id for each in queries.list_missions(1).items] == [soon.id, late.id, past.id]
    assert [each.id for each in queries.list_open(5)] == [soon.id, late.id]
