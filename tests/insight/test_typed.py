"""What people type in beside the figures: commitments, budgets, goals, stories, figures from outside."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.funds.rules.money import NotMoney, TooMuchMoney
from participate.insight import outside_file
from participate.insight.disclosure.table import Safe
from participate.insight.frameworks import Written, plant
from participate.insight.models import (
    Budget,
    Commitment,
    Figure,
    Framework,
    Goal,
    Outside,
    OutsideFigure,
    ProjectGoal,
    Snapshot,
    StoryBeside,
)  # fmt: skip
from participate.insight.periods import read
from participate.insight.queries import typed
from participate.insight.rules import promised as rules
from participate.insight.service import commitments, outside, stories
from participate.insight.words import Answer, Shown, Standing
from participate.outbox.models import Promise
from participate.stories.models import Story
from tests.house.test_bad_input import NASTY
from tests.page import PageClient
from tests.shared import folder
from tests.street import CAST, NOON, Street

THREE = Written("test", "Three goals", "Ours", ("Eat", "Grow", "Mend"))
QUARTER = "2026-Q2"  # the one before NOON's
WORDS = {"measure": "people", "period": "2026-Q4", "target": "250", "source": "Cabinet, 12 May", "owner": "Community"}
LIBRARY = "data/stats/london_library_events_2023_24.csv"


def publish(measure: str, value: int | None, shown: Shown = Shown.SHOWN, period: str = QUARTER) -> None:
    """A figure of the whole borough, as a snapshot leaves it."""
    first = read(period).first
    month = read(period).before(0).parts(read("2026-06").grain)[-1].first if "Q" in period else first
    snapshot = db.session.scalar(select(Snapshot).where(Snapshot.month == month))
    if snapshot is None:
        snapshot = Snapshot(month=month, made_at=NOON, digest="0" * 64)
        db.session.add(snapshot)
        db.session.flush()
    db.session.add(
        Figure(snapshot_id=snapshot.id, measure=measure, period=period, first_day=first, area="borough", split="",
               shown=shown, value=value, definition=1)
    )  # fmt: skip
    db.session.commit()


def tell(street: Street, who: str = "chidi") -> Story:
    """A story that everybody may read."""
    told = {"title": "Forty jars", "words": "We cooked.", "made_at": NOON, "changed_at": NOON}
    story = Story(project_id=street.project.id, person_id=getattr(street, who).id, **told)
    db.session.add(story)
    db.session.commit()
    return story


@pytest.mark.parametrize(
    ("result", "standing"),
    [
        (None, Standing.OPEN), (Safe(Shown.SHOWN, 250), Standing.REACHED), (Safe(Shown.SHOWN, 245), Standing.MISSED),
        (Safe(Shown.FEW), Standing.UNTOLD), (Safe(Shown.HIDDEN), Standing.UNTOLD), (Safe(Shown.NONE), Standing.MISSED),
    ],
)  # fmt: skip
def test_how_a_commitment_stands(result: Safe | None, standing: Standing) -> None:
    assert rules.standing_of(250, result) is standing


@pytest.mark.parametrize(
    ("words", "pence"),
    [("12,500", 1_250_000), ("£99.50", 9_950), ("1", 100), ("20000000", 2_000_000_000), ("0", None), ("", None),
     ("1,2,3", None), ("12.5", None), ("-4", None), ("١٢", None), ("20000001", None)],
)  # fmt: skip
def test_money(words: str, pence: int | None) -> None:
    if pence is not None:
        assert rules.budget_of(words) == pence
        return
    with pytest.raises((NotMoney, TooMuchMoney)):
        rules.budget_of(words)


@pytest.mark.parametrize(
    ("hours", "pence"),
    [(Safe(Shown.SHOWN, 1_000), 1_250), (Safe(Shown.SHOWN, 0), None), (Safe(Shown.FEW), None), (None, None)],
)
def test_what_an_hour_costs(hours: Safe | None, pence: int | None) -> None:
    assert rules.pence_an_hour(1_250_000, hours) == pence


def test_after_its_time_began_a_change_needs_a_reason() -> None:
    rules.check_reason(read("2026-Q4"), date(2026, 9, 30), "")
    rules.check_reason(read("2026-Q4"), date(2026, 10, 1), "The shop closed.")
    with pytest.raises(rules.IsFrozen):
        rules.check_reason(read("2026-Q4"), date(2026, 10, 1), "")


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize(
    "path", ["/figures/commitments", "/figures/commitments/new", "/figures/budget", "/figures/budget/new",
             "/figures/stories", "/figures/outside"],
)  # fmt: skip
def test_only_officers_and_admins_enter(client: PageClient, street: Street, who: str, path: str) -> None:
    answer = client.become(street.person(who)).get(path)
    assert answer.status_code == (200 if who in ("efua", "gita") else 303 if who in ("stranger", "femi") else 404)


@pytest.mark.parametrize("who", CAST)
def test_who_says_what_a_project_works_towards(client: PageClient, street: Street, who: str) -> None:
    answer = client.become(street.person(who)).get("/figures/goals/projects")
    assert answer.status_code == (200 if who in ("dora", "gita") else 303 if who in ("stranger", "femi") else 404)


def test_a_commitment_is_noted_and_stands_beside_its_result(client: PageClient, street: Street) -> None:
    publish("people", 240)
    efua = client.become(street.efua)
    assert efua.send("/figures/commitments/new", WORDS | {"period": "2026-Q3"}).status_code == 303
    page = efua.get("/figures/commitments").text
    assert "250" in page
    assert "Not over yet" in page
    with clock.stop_at(NOON + timedelta(days=150)):
        efua = client.become(street.efua)
        assert "Not over yet" in efua.get("/figures/commitments").text  # over, but not published yet
    publish("people", 240, period="2026-Q3")
    with clock.stop_at(NOON + timedelta(days=150)):
        assert "Missed" in efua.get("/figures/commitments").text


def test_a_change_is_a_new_line_and_the_old_one_stays(client: PageClient, street: Street) -> None:
    efua = client.become(street.efua)
    efua.send("/figures/commitments/new", WORDS | {"period": "2026-Q3"})
    first = db.session.scalars(select(Commitment)).one()
    path = f"/figures/commitments/{first.id}"
    without = efua.send(path, WORDS | {"period": "2026-Q3", "target": "200", "reason": ""})
    assert without.status_code == 422
    assert "both numbers stay in sight" in without.text
    assert (
        efua.send(path, WORDS | {"period": "2026-Q3", "target": "200", "reason": "The shop closed."}).status_code == 303
    )
    page = efua.get("/figures/commitments").text
    assert "It was changed once" in page
    assert "250" in page
    assert efua.post(path, data={"csrf_token": efua.token("/figures/budget/new")}).status_code == 409  # replaced


def test_two_at_once_change_it_once(client: PageClient, street: Street) -> None:
    made = commitments.commit(None, commitments.Promised("people", read("2026-Q4"), 250, "Cabinet", "Team"))
    other = commitments.Promised("people", read("2026-Q4"), 200, "Cabinet", "Team")
    commitments.change(None, made, other, "Less money.")
    with pytest.raises(rules.WasReplaced):
        commitments.change(None, made, other, "Less money.")


def test_a_commitment_in_numbers_that_no_figure_can_meet(client: PageClient, street: Street) -> None:
    answer = client.become(street.efua).send("/figures/commitments/new", WORDS | {"target": "253"})
    assert answer.status_code == 422
    assert "in fives" in answer.text
    assert "Cabinet, 12 May" in answer.text  # nothing typed is lost


@pytest.mark.parametrize("words", [NASTY["emoji"], NASTY["NUL"], NASTY["10,000 letters"]])
def test_bad_words_in_the_forms(client: PageClient, street: Street, words: str) -> None:
    efua = client.become(street.efua)
    answer = efua.send("/figures/commitments/new", WORDS | {"source": words, "owner": words})
    assert answer.status_code in (303, 422)
    budget = {"period": "2026-Q2", "pounds": words, "includes": words, "leaves_out": words}
    assert efua.send("/figures/budget/new", budget).status_code == 422


def test_a_budget_is_typed_in_and_a_newer_one_holds(client: PageClient, street: Street) -> None:
    publish("hours", 1_000)
    efua = client.become(street.efua)
    said = {"period": QUARTER, "pounds": "12,500", "includes": "Wages and rent", "leaves_out": ""}
    assert efua.send("/figures/budget/new", said).status_code == 303
    assert "£12.50" in efua.get("/figures/budget").text
    clock.set_to(NOON + timedelta(minutes=5))
    efua.send("/figures/budget/new", said | {"pounds": "10,000"})
    page = efua.get("/figures/budget").text
    assert "a newer one holds" in page
    assert typed.find_budget(read(QUARTER)).pence == 1_000_000
    assert db.session.scalar(select(func.count(Budget.id))) == 2


def test_goals_are_planted_once_and_projects_tagged(client: PageClient, street: Street) -> None:
    assert plant(THREE) == 4
    assert plant(THREE) == 0
    db.session.commit()
    first, second = db.session.scalars(select(Goal.id).order_by(Goal.place).limit(2)).all()
    dora = client.become(street.dora)
    path = f"/figures/goals/projects/{street.project.id}"
    assert dora.send(path, {"goals": [str(first), str(second)]}).status_code == 303
    assert db.session.scalar(select(func.count(ProjectGoal.id))) == 2
    assert "Eat · Grow" in dora.get("/figures/goals/projects").text
    dora.send(path, {"goals": [str(second)]})
    assert db.session.scalars(select(ProjectGoal.goal_id)).all() == [second]
    assert dora.send(path, {"goals": ["99"]}).status_code == 422
    assert db.session.scalar(select(func.count(Framework.id))) == 1
    assert "Mend" in client.become(street.efua).get("/figures/goals").text


def test_a_story_is_printed_only_after_a_yes(client: PageClient, street: Street) -> None:
    story = tell(street)
    efua = client.become(street.efua)
    asked = efua.post(f"/figures/stories/{QUARTER}/{story.id}", data={"csrf_token": efua.token("/figures/stories")})
    assert asked.status_code == 303
    assert typed.list_stories_beside(read(QUARTER)) == []
    beside = db.session.scalars(select(StoryBeside)).one()
    letters = db.session.scalars(select(Promise).where(Promise.key == f"story-beside-{beside.id}")).all()
    assert [one.payload["person_id"] for one in letters] == [street.chidi.id]
    path = f"/figures/stories/{beside.id}/answer"
    assert client.become(street.bilal).get(path).status_code == 403
    chidi = client.become(street.chidi)
    assert chidi.send(path, {"answer": "yes"}).status_code == 303
    assert [card.id for card in typed.list_stories_beside(read(QUARTER))] == [story.id]
    chidi.send(path, {"answer": "no"})
    assert typed.list_stories_beside(read(QUARTER)) == []
    assert db.session.get(StoryBeside, beside.id).place is None


def test_three_places_and_nobody_twice(client: PageClient, street: Street) -> None:
    told = [tell(street, who) for who in ("amina", "bilal", "chidi", "dora")]
    quarter = read(QUARTER)
    for story in told[:3]:
        stories.ask_for(None, quarter, story)
    with pytest.raises(rules.Asked):
        stories.ask_for(None, quarter, told[0])
    with pytest.raises(rules.NoPlaceLeft):
        stories.ask_for(None, quarter, told[3])
    stories.answer(None, typed.list_besides(quarter)[1], agreed=False)
    assert stories.ask_for(None, quarter, told[3]).place == 2
    declined = next(each for each in typed.list_besides(quarter) if each.answer is Answer.NO)
    with pytest.raises(rules.NoPlaceLeft):
        stories.answer(None, declined, agreed=True)


def test_a_story_whose_writer_left_cannot_be_asked_for(client: PageClient, street: Street) -> None:
    story = tell(street)
    story.person_id = None
    db.session.commit()
    with pytest.raises(rules.NobodyToAsk):
        stories.ask_for(None, read(QUARTER), story)


def test_an_unknown_quarter_is_no_page(client: PageClient, street: Street) -> None:
    efua = client.become(street.efua)
    for code in ("2031-Q1", "x", "2026-06", "2026"):
        assert efua.get(f"/figures/stories?quarter={code}").status_code == 404


def test_library_figures_keep_their_own_meaning(client: PageClient, street: Street) -> None:
    report = outside_file.read((folder() / LIBRARY).read_text("utf-8").splitlines(), "E09000002")
    events, attendances = report.series
    assert sum(line.value for line in events.lines) == 4_512
    assert sum(line.value for line in attendances.lines) == 59_516
    assert not report.refused
    assert report.elsewhere == 1_306 - len(events.lines) - len(attendances.lines)
    for series in report.series:
        assert outside.take(series) == (len(series.lines), 0)
        assert outside.take(series) == (0, len(series.lines))
    db.session.commit()
    publish("attendances", 1_240)
    page = client.become(street.efua).get("/figures/outside").text
    assert "Attendances, not people" in page
    assert "April 2023" in page
    assert "P1M" not in page
    assert "1,240" in page
    assert "April 2023" in page
    assert "P1M" not in page
    assert db.session.scalar(select(func.count(Outside.id))) == 2
    assert db.session.scalar(select(func.count(OutsideFigure.id))) == len(events.lines) + len(attendances.lines)


def test_a_file_with_faults() -> None:
    rows = (
        "2,Adult,2023-04-01/P1M,12,attendance", "2,Adult,2023-04-01/P1M,13,attendance", "2,Adult,April,12,attendance",
        "2,Adult,2023-05-01/P1M,-1,attendance", "2,Adult,2023-05-01/P1M,5,people", "1,Adult,2023-04-01/P1M,1,events",
    )  # fmt: skip
    places = [f"E0900000{row[0]},Physical,{row[2:]}" for row in rows]
    lines = [",".join(outside_file.LIBRARY), *places]
    report = outside_file.read(lines, "E09000002")
    assert (len(report.series[1].lines), len(report.refused), report.elsewhere) == (1, 4, 1)
    with pytest.raises(outside_file.UnknownLayout):
        outside_file.read(["name,value", "a,1"], "E09000002")
