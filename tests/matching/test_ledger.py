"""What is noted of suggestions: on the page and in the mail; what came of them; how many; and how it is forgotten."""

from datetime import date, timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.introductions.models import Introduction
from participate.introductions.words import MetHow, Way
from participate.matching import engine, jobs
from participate.matching.models import Ask, ProjectSet, Suggested, SuggestedWeek, Unmatched
from participate.matching.quality.steps import KEPT_WEEKS, LISTED, WEEK, Nothing, Part, Step, monday_of
from participate.matching.queries import shown
from participate.matching.service import counting, showing, switches, unmatched
from participate.matching.service.came_of import note_outcomes
from participate.materials.models import Loan
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from participate.projects.models import TeamMember
from participate.projects.words import TeamPart
from participate.sessions.models import Attendance, SignUp
from participate.sessions.words import CameBy, SignUpStatus
from participate.spaces.models import Booking
from participate.spaces.words import BookingStatus
from participate.stories.models import Story
from tests.statements import count_statements
from tests.street import NOON, Street, add

THURSDAY = date(2026, 7, 2)
MONDAY = date(2026, 6, 29)


def suggested(person_id: int, subject: str, step: Step = Step.SEEN, week: date = MONDAY, place: int = 1) -> Suggested:
    made = Suggested(person_id=person_id, week=week, subject=subject, place=place, step=int(step))
    add(made)
    return made


def steps_of(*some: Suggested) -> list[int]:
    for each in some:
        db.session.refresh(each)
    return [each.step for each in some]


def tell(street: Street) -> None:
    """A story of the session."""
    add(
        Story(
            project_id=street.project.id, session_id=street.session.id, person_id=street.amina.id, title="Bread",
            words="We baked.", made_at=NOON, changed_at=NOON,
        )
    )  # fmt: skip


def rows() -> list[tuple[int, str, int, int]]:
    query = select(Suggested.person_id, Suggested.subject, Suggested.place, Suggested.step)
    return [tuple(row) for row in db.session.execute(query.order_by(Suggested.place, Suggested.person_id))]


def test_a_page_notes_what_it_shows_once_a_week(client: FlaskClient, street: Street) -> None:
    profiles.add(street.chidi.id, street.chidi.id, PostingKind.SKILL, "mending broken things with a sewing machine")
    db.session.commit()
    client.become(street.chidi).get("/for-you")
    with count_statements() as counted:
        client.get("/for-you?kind=material")
    assert sum("INTO suggested" in text for text in counted.texts) == 1
    noted = rows()
    assert {who for who, *_more in noted} == {street.chidi.id}
    assert [place for _who, _what, place, _step in noted] == list(range(1, len(noted) + 1))
    assert all(step == Step.SEEN for *_more, step in noted)
    client.get("/for-you")
    assert rows() == noted


def test_the_rest_of_her_list_is_suggested_and_not_seen(client: FlaskClient, street: Street) -> None:
    with client.application.test_request_context("/for-you"):
        listed = [f"project:{number}" for number in range(1, 40)]
        showing.note_page(street.chidi.id, listed, ["project:2", "project:30"])
        client.application.process_response(client.application.make_response("a page"))
    noted = rows()
    assert [place for _who, _what, place, _step in noted] == [*range(1, LISTED + 1), 30]
    assert {what for _who, what, _place, step in noted if step == Step.SEEN} == {"project:2", "project:30"}


def test_a_page_with_nothing_notes_nothing(client: FlaskClient, street: Street) -> None:
    assert client.become(street.efua).get("/for-you").status_code == 200
    assert rows() == []


def test_a_mail_is_suggested_and_the_page_makes_it_seen(client: FlaskClient, street: Street) -> None:
    showing.note_letter(street.chidi.id, ("session:1", "space:1"))
    showing.note_letter(street.chidi.id, ())
    db.session.commit()
    assert rows() == [(street.chidi.id, "session:1", 1, 0), (street.chidi.id, "space:1", 2, 0)]


def test_what_came_of_a_session_is_noted_step_by_step(street: Street) -> None:
    session, chidi = street.session.id, street.chidi.id
    both = [suggested(chidi, f"session:{session}"), suggested(chidi, f"project:{street.project.id}")]
    other = suggested(street.bilal.id, f"session:{session}")
    said = {"session_id": session, "person_id": chidi}
    since = NOON - timedelta(days=2)
    add(SignUp(**said, status=SignUpStatus.CANCELLED, salt="s", made_at=NOON, changed_at=NOON))
    note_outcomes(since)
    assert steps_of(*both) == [Step.ACCEPTED] * 2
    add(Attendance(**said, came_by=next(iter(CameBy)), came_at=NOON))
    assert note_outcomes(since) == 2
    assert note_outcomes(since) == 0
    tell(street)
    note_outcomes(since)
    assert steps_of(*both, other) == [Step.MADE, Step.MADE, Step.SEEN]


def test_what_came_of_two_people_is_noted_for_both(street: Street) -> None:
    amina, chidi = street.amina.id, street.chidi.id
    both = [suggested(amina, f"person:{chidi}"), suggested(chidi, f"person:{amina}")]
    made = Introduction(
        low_id=amina, high_id=chidi, way=Way.SUGGESTION, words="bread", minutes=10, made_at=NOON, good_until=NOON
    )
    add(made)
    since = NOON - timedelta(days=2)
    note_outcomes(since)
    assert steps_of(*both) == [Step.ACCEPTED] * 2
    made.met_at, made.met_how = NOON, MetHow.SAID
    note_outcomes(since)
    assert steps_of(*both) == [Step.MET] * 2
    add(TeamMember(project_id=street.project.id, person_id=chidi, part=TeamPart.HELPER, since=NOON))
    note_outcomes(since)
    assert steps_of(*both) == [Step.MADE] * 2


def test_what_came_of_things_and_spaces_is_noted(street: Street) -> None:
    chidi, purpose = street.chidi.id, f"session:{street.session.id}"
    drill, room = suggested(chidi, f"material:{street.material.id}"), suggested(chidi, f"space:{street.space.id}")
    since, hour = NOON - timedelta(days=2), timedelta(hours=1)
    lent = Loan(material_id=street.material.id, person_id=chidi, subject=purpose, days=7, made_at=NOON, changed_at=NOON)
    booked = Booking(
        space_id=street.space.id, person_id=chidi, label="Baking", subject=purpose, starts_at=NOON - 2 * hour,
        ends_at=NOON - hour, held_from=NOON - 2 * hour, held_until=NOON - hour, made_at=NOON, changed_at=NOON,
    )  # fmt: skip
    add(lent, booked)
    note_outcomes(since)
    assert steps_of(drill, room) == [Step.ACCEPTED] * 2
    lent.out_at, booked.status = NOON, BookingStatus.AGREED
    note_outcomes(since)
    assert steps_of(drill, room) == [Step.MET] * 2
    tell(street)
    note_outcomes(since)
    assert steps_of(drill, room) == [Step.MADE] * 2


def test_weeks_are_counted_when_they_are_over_and_rows_forgotten_in_time(street: Street) -> None:
    last, oldest = MONDAY - WEEK, MONDAY - KEPT_WEEKS * WEEK
    suggested(street.chidi.id, "session:1", Step.MET, last)
    suggested(street.chidi.id, "person:1", Step.SEEN, last, place=4)
    suggested(street.efua.id, "session:1", Step.SUGGESTED, last, place=13)
    suggested(street.chidi.id, "session:2", Step.MADE, oldest)
    suggested(street.chidi.id, "session:3", Step.MADE, oldest - WEEK)
    suggested(street.chidi.id, "session:4", Step.MADE, MONDAY)
    counting.count_weeks()
    counting.count_weeks()
    found = {(row.week, row.weeks, row.part, row.value): row for row in db.session.scalars(select(SuggestedWeek))}
    whole = found[last, 1, Part.ALL, ""]
    assert (whole.people, whole.suggested, whole.seen, whole.accepted, whole.met, whole.made) == (2, 3, 2, 1, 1, 0)
    assert found[last, 1, Part.WARD, str(street.ward.id)].suggested == 2
    assert found[last, 1, Part.WARD, ""].suggested == 1  # Efua's is not known
    assert found[last, 1, Part.KIND, "person"].people == 1
    assert {value for week, weeks, part, value in found if part is Part.ORDER and weeks == 1 and week == last} == {
        "scored first", "scored page", "scored rest",
    }  # fmt: skip
    assert found[oldest, KEPT_WEEKS, Part.ALL, ""].suggested == 4
    assert {week for week, weeks, *_more in found if weeks == 1} == {last, oldest}
    assert {row.week for row in db.session.scalars(select(Suggested))} == {MONDAY, last, oldest}
    with clock.stop_at(NOON + WEEK):
        counting.count_weeks()
    assert {row.week for row in db.session.scalars(select(Suggested))} == {MONDAY, last}
    kept = select(SuggestedWeek.suggested).where(SuggestedWeek.week == oldest, SuggestedWeek.weeks == 1)
    assert db.session.scalar(kept.where(SuggestedWeek.part == Part.ALL)) == 1  # the count stays


def test_exposure_is_of_what_was_seen_and_asked_and_grows_old(street: Street) -> None:
    suggested(street.chidi.id, "project:1")
    suggested(street.chidi.id, "project:2", week=MONDAY - 4 * WEEK)
    suggested(street.chidi.id, "project:3", Step.ACCEPTED)
    suggested(street.chidi.id, "project:4", place=13)
    suggested(street.chidi.id, "project:5", Step.SUGGESTED)
    suggested(street.chidi.id, "project:6", week=MONDAY - 9 * WEEK)
    suggested(street.chidi.id, f"person:{street.bilal.id}", Step.ACCEPTED)
    add(Introduction(low_id=street.amina.id, high_id=street.bilal.id, way=Way.HOST, words="bread", minutes=10,
                     made_at=NOON, good_until=NOON))  # fmt: skip
    made = ProjectSet(project_id=street.project.id, starts_at=NOON, ends_at=NOON + WEEK, heads=5, made_at=NOON)
    made.asks.append(Ask(person_id=street.chidi.id, asked_at=NOON, good_until=NOON))
    add(made)
    told = shown.exposure()
    people = {f"person:{each.id}" for each in (street.amina, street.bilal, street.chidi)}
    assert set(told) == {*(f"project:{number}" for number in (1, 2, 3, 4)), *people}
    assert told["project:3"] > told["project:1"] > told["project:4"]
    assert told["project:1"] > 3 * told["project:2"] > 0
    assert told[f"person:{street.bilal.id}"] > told[f"person:{street.amina.id}"]  # he was seen, too
    assert told[f"person:{street.amina.id}"] == told[f"person:{street.chidi.id}"] > 0.4


def test_the_jobs_run(street: Street) -> None:
    suggested(street.chidi.id, f"session:{street.session.id}", week=monday_of(THURSDAY) - WEEK)
    jobs.note_lately()
    jobs.count()
    assert db.session.scalar(select(SuggestedWeek.people).where(SuggestedWeek.weeks == 1)) == 1


def test_the_engine_reads_exposure_and_who_is_owed_a_share(app: Flask, street: Street) -> None:
    suggested(street.bilal.id, f"project:{street.project.id}")
    db.session.commit()
    running = engine.of(app)
    running.snapshot()
    running.read_exposure()
    assert set(running.exposure) == {f"project:{street.project.id}"}
    assert f"person:{street.chidi.id}" in running.due  # he is new, and was shown to nobody
    assert f"project:{street.project.id}" not in running.due or running.exposure[f"project:{street.project.id}"] < 0.25


def test_why_nothing_is_found_for_somebody(street: Street) -> None:
    why = {who: unmatched.why_nothing(db.session.get_one(Person, street.person(who).id)) for who in ("chidi", "efua")}
    assert why["efua"] is Nothing.SAID_NOTHING
    profiles.add(street.efua.id, street.efua.id, PostingKind.INTEREST, "xylophones")
    db.session.commit()
    efua = db.session.get_one(Person, street.efua.id)
    assert unmatched.why_nothing(efua) is Nothing.RARE_WORDS
    profiles.add(street.efua.id, street.efua.id, PostingKind.INTEREST, "baking bread")
    db.session.commit()
    found = unmatched.why_nothing(efua)
    assert found is None
    switches.switch_off(street.efua.id, "all")
    db.session.commit()
    assert unmatched.why_nothing(efua) is Nothing.SWITCHED_OFF


def test_each_is_looked_at_once_a_week_and_goes_when_something_is_found(street: Street) -> None:
    looked: set[int] = set()
    for day in range(unmatched.DAYS):
        with clock.stop_at(NOON + timedelta(days=day)):
            assert unmatched.look_at_some(0) is None
        looked = set(db.session.scalars(select(Unmatched.person_id)))
    assert street.efua.id in looked
    assert street.femi.id not in looked  # she is suspended
    profiles.add(street.efua.id, street.efua.id, PostingKind.INTEREST, "baking bread")
    db.session.commit()
    for day in range(unmatched.DAYS, 2 * unmatched.DAYS):
        with clock.stop_at(NOON + timedelta(days=day)):
            unmatched.look_at_some(0)
    assert street.efua.id not in set(db.session.scalars(select(Unmatched.person_id)))
    with clock.stop_at(NOON + timedelta(days=60)):
        unmatched.forget_gone()
    assert db.session.scalars(select(Unmatched.person_id)).all() == []


def test_with_a_thing_or_a_person_that_is_gone_goes_what_was_suggested(street: Street) -> None:
    amina, chidi = street.amina.id, street.chidi.id
    for number in range(KEPT_WEEKS + 1):
        suggested(chidi, "session:7", week=MONDAY - number * WEEK)
    suggested(chidi, f"person:{amina}")
    suggested(amina, "session:8")
    add(Unmatched(person_id=amina, because=Nothing.SAID_NOTHING, since=MONDAY, checked_on=MONDAY))
    record(None, "removed", "session", 7)
    assert {what for _who, what, *_more in rows()} == {f"person:{amina}", "session:8"}
    record(None, "forgot", "person", amina)
    assert rows() == []
    assert db.session.scalars(select(Unmatched.id)).all() == []
