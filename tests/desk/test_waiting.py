"""What waits on whose desk, and in which order."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.db import db
from participate.desk import queries
from participate.desk.words import Risk, WaitKind
from participate.introductions.models import IntroductionSide
from participate.introductions.words import Said
from participate.moderation.words import Urgency
from participate.organisations.words import PledgeStatus
from participate.projects.words import IdeaStatus, Stage
from participate.sessions.words import SessionStatus
from tests.desk.making import (
    Elsewhere,
    build_all,
    build_booking,
    build_call,
    build_elsewhere,
    build_project,
    build_report,
    build_session,
)
from tests.organisations.build import build_pledge
from tests.statements import count_statements
from tests.street import Street

EVERYWHERE = {WaitKind.HELD, WaitKind.REPORT, WaitKind.APPEAL}  # what names no hub and no ward


def at(street: Street, elsewhere: Elsewhere | None = None, **more: object) -> list[queries.Waiting]:
    """What waits on Dora's desk, or on Hana's."""
    who, hub = (street.dora, street.hub) if elsewhere is None else (elsewhere.hana, elsewhere.hub)
    area = queries.area_of(who.id, (hub.id,))
    return list(queries.list_waiting(area, 1, size=100, **more)[1].items)  # type: ignore[arg-type]


def test_everything_waits_on_one_page(street: Street) -> None:
    made = build_all(street)
    found = {each.kind: each.id for each in at(street) if each.kind is not WaitKind.IDEA or each.id == street.idea.id}
    assert set(found) == set(WaitKind)
    assert found == made


def test_another_hub_sees_only_what_is_nobodys(street: Street) -> None:
    build_all(street)
    elsewhere = build_elsewhere(street)
    assert {each.kind for each in at(street, elsewhere)} == EVERYWHERE


def test_what_names_her_waits_on_her_own_desk(street: Street) -> None:
    """Dora keeps the kitchen herself and is named for the red project: both follow her to another hub."""
    build_all(street)
    area = queries.area_of(street.dora.id, (build_elsewhere(street).hub.id,))
    assert set(queries.list_waiting(area, 1)[0].by_kind) == EVERYWHERE | {WaitKind.BOOKING, WaitKind.SAFETY}


def test_an_admin_sees_all(street: Street) -> None:
    build_all(street)
    build_elsewhere(street)
    area = queries.area_of(street.gita.id, None)
    assert set(queries.list_waiting(area, 1)[0].by_kind) == set(WaitKind)


def test_an_admin_may_look_at_one_hub(street: Street) -> None:
    build_all(street)
    elsewhere = build_elsewhere(street)
    area = queries.area_of(street.gita.id, None, elsewhere.hub.id)
    assert set(queries.list_waiting(area, 1)[0].by_kind) == EVERYWHERE


def test_what_names_no_hub_lies_on_one_desk(street: Street) -> None:
    """A project of the other ward waits at the hub that is nearest to it, and only there."""
    elsewhere = build_elsewhere(street)
    lost = build_project(street, "Lost", ward_id=street.other_ward.id)
    assert lost.id in [each.id for each in at(street, elsewhere, kind=WaitKind.PROJECT)]
    assert lost.id not in [each.id for each in at(street, kind=WaitKind.PROJECT)]


def test_the_most_pressing_then_the_oldest_first(street: Street) -> None:
    build_all(street)
    found = at(street)
    assert [(each.risk, each.since) for each in found] == sorted((each.risk, each.since) for each in found)


def test_counts_say_what_the_list_shows(street: Street) -> None:
    build_all(street)
    area, found = queries.area_of(street.dora.id, (street.hub.id,)), at(street)
    counts, _page = queries.list_waiting(area, 1)
    assert counts.total == len(found)
    assert counts.late == sum(each.risk is Risk.LATE for each in found)
    assert counts.now == sum(each.risk is Risk.NOW for each in found)
    for kind, many in counts.by_kind.items():
        assert many == len(at(street, kind=kind))


def test_two_statements(street: Street) -> None:
    build_all(street)
    area = queries.area_of(street.dora.id, (street.hub.id,))
    with count_statements() as counted:
        queries.list_waiting(area, 1)
    assert counted.number == 2, "the lines and the counts, and what the lines stand on"


@pytest.mark.parametrize(("days", "risk"), [(1, Risk.USUAL), (2, Risk.USUAL), (5, Risk.LATE)])
def test_an_idea_is_red_after_two_of_the_hubs_working_days(street: Street, days: int, risk: Risk) -> None:
    street.idea.made_at = clock.now() - timedelta(days=days)
    (idea,) = at(street, kind=WaitKind.IDEA)
    assert idea.risk is risk


def test_an_ideas_own_day_counts(street: Street) -> None:
    street.idea.answer_by = clock.now() - timedelta(minutes=1)
    assert at(street, kind=WaitKind.IDEA)[0].risk is Risk.LATE


def test_an_answered_idea_waits_no_more(street: Street) -> None:
    street.idea.status = IdeaStatus.ANSWERED
    assert at(street) == []


def test_reports_of_one_thing_are_one_line(street: Street) -> None:
    ago = clock.now() - timedelta(minutes=5)
    first = build_report("project", street.project.id, ago)
    build_report("project", street.project.id, clock.now(), urgency=Urgency.NOW)
    (line,) = at(street, kind=WaitKind.REPORT)
    assert (line.id, line.risk, line.since) == (first.id, Risk.NOW, ago)


@pytest.mark.parametrize(
    ("urgency", "hours", "risk"),
    [
        (Urgency.NOW, 0, Risk.NOW), (Urgency.SOON, 1, Risk.SOON), (Urgency.SOON, 25, Risk.LATE),
        (Urgency.USUAL, 25, Risk.USUAL), (Urgency.USUAL, 24 * 6, Risk.LATE),
    ],
)  # fmt: skip
def test_a_report_by_its_urgency(street: Street, urgency: Urgency, hours: int, risk: Risk) -> None:
    build_report("project", street.project.id, clock.now() - timedelta(hours=hours), urgency=urgency)
    assert at(street, kind=WaitKind.REPORT)[0].risk is risk


@pytest.mark.parametrize(("days", "risk"), [(0, Risk.NOW), (9, Risk.USUAL)])
def test_a_booking_that_begins_soon_is_pressing(street: Street, days: int, risk: Risk) -> None:
    booking = build_booking(street, clock.now(), days=9)
    booking.starts_at = clock.now() + timedelta(days=days, hours=5)
    booking.held_from, booking.ends_at = booking.starts_at, booking.starts_at + timedelta(hours=1)
    booking.held_until = booking.ends_at
    assert [each.risk for each in at(street, kind=WaitKind.BOOKING)] == [risk]


def test_a_session_whose_host_is_suspended_has_none(street: Street) -> None:
    session = build_session(street, host_id=street.femi.id)
    assert [each.id for each in at(street, kind=WaitKind.HOSTLESS)] == [session.id]


@pytest.mark.parametrize(
    "more",
    [
        {"status": SessionStatus.CANCELLED, "cancelled_at": clock.now()},
        {"hidden_at": clock.now()},
        {"starts_at": clock.now() - timedelta(days=400), "ends_at": clock.now() - timedelta(days=399)},
        {"starts_at": clock.now() + timedelta(days=4000), "ends_at": clock.now() + timedelta(days=4001)},
    ],
)
def test_sessions_that_need_no_host(street: Street, more: dict[str, object]) -> None:
    build_session(street, host_id=None, **more)
    assert at(street, kind=WaitKind.HOSTLESS) == []


def test_a_project_that_met_lately_is_not_at_risk(street: Street) -> None:
    build_project(street, "Choir", owner=street.amina)
    assert at(street, kind=WaitKind.PROJECT) == []


def test_a_quiet_project_is_at_risk(street: Street) -> None:
    quiet = build_project(street, "Choir", owner=street.amina, made_at=clock.now() - timedelta(days=40))
    resting = build_project(street, "Band", owner=street.amina, made_at=quiet.made_at, stage=Stage.RESTING)
    found = [each.id for each in at(street, kind=WaitKind.PROJECT)]
    assert found == [quiet.id]
    assert resting.id not in found


def test_a_project_whose_owner_is_gone_is_at_risk(street: Street) -> None:
    left = build_project(street, "Choir", owner=street.femi)
    assert [each.id for each in at(street, kind=WaitKind.PROJECT)] == [left.id]


def test_a_call_that_is_too_late_to_make_is_gone(street: Street) -> None:
    build_call(street, street.chidi, good_until=clock.now() - timedelta(minutes=1))
    assert at(street, kind=WaitKind.CALL) == []


def test_nobody_learns_who_else_was_asked_to_meet(street: Street) -> None:
    build_all(street)
    (line,) = at(street, kind=WaitKind.MEETING)
    asked = db.session.get_one(IntroductionSide, line.id)
    other = next(each.person for each in asked.introduction.sides if each.person_id != asked.person_id)
    assert line.who == asked.person.first_name == "Olu", "whom the hub looks after, and who has not answered"
    assert other.first_name in (street.bilal.first_name, street.chidi.first_name)
    for name in (other.first_name, other.name):
        assert name not in f"{line.who} {line.title} {line.note} {line.path}"
    assert f"/people/{other.id}" != line.path == f"/people/{asked.person_id}"


def test_who_answers_for_herself_waits_on_no_desk(street: Street) -> None:
    """Olu has said yes; Bilal or Chidi, whom a mail reaches, has not: that is between the two."""
    build_all(street)
    for side in db.session.scalars(select(IntroductionSide)):
        side.said = Said.YES if side.person.kind is PersonKind.ENTERED else Said.NOTHING
    assert at(street, kind=WaitKind.MEETING) == []


def test_an_offer_of_a_partner_waits_for_its_team(street: Street) -> None:
    ago = clock.now() - timedelta(days=1)
    project = build_pledge(street, subject=f"project:{street.project.id}", words="Chairs", made_at=ago)
    need = build_pledge(street, subject=f"need:{street.need.id}", words="Hours", made_at=ago - timedelta(days=6))
    build_pledge(street, subject="", words="For anybody")
    build_pledge(street, subject="mission:1", words="For a goal")
    build_pledge(street, subject=f"project:{street.project.id}", words="Thread", status=PledgeStatus.WELCOMED)
    found = at(street, kind=WaitKind.PLEDGE)
    assert [(each.id, each.risk) for each in found] == [(need.id, Risk.LATE), (project.id, Risk.USUAL)]
    assert {each.path for each in found} == {f"/projects/{street.project.id}/pledges"}
    assert found[0].note == "Elm Tree School · Mend Club"
    street.project.stage = Stage.ENDED
    assert at(street, kind=WaitKind.PLEDGE) == []


def test_pages_hold_what_they_say(street: Street) -> None:
    build_all(street)
    area = queries.area_of(street.dora.id, (street.hub.id,))
    pages = [queries.list_waiting(area, number, size=6)[1] for number in (1, 2, 3, 4)]
    (total,) = {page.total for page in pages}
    keys = [each.key for page in pages for each in page.items]
    assert len(keys) == len(set(keys)) == total


def test_ticked_things_are_found_again(street: Street) -> None:
    made = build_all(street)
    area = queries.area_of(street.dora.id, (street.hub.id,))
    keys = [(WaitKind.IDEA, made[WaitKind.IDEA]), (WaitKind.CALL, made[WaitKind.CALL]), (WaitKind.PHOTO, 999)]
    assert {each.kind for each in queries.list_keys(area, keys)} == {WaitKind.IDEA, WaitKind.CALL}
    db.session.rollback()
