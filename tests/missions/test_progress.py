"""How far a mission is: counted from what is there, and shown from ten up in steps of five."""

from datetime import UTC, date, datetime, timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.materials.models import GiftAsk
from participate.materials.words import Deal, GiftStatus
from participate.missions import queries, service
from participate.missions.models import Mission
from participate.missions.rules.progress import Progress, progress_of, shown_of
from participate.missions.words import MissionMeasure
from participate.organisations.service import hide as hide_partner
from participate.organisations.service import note_given
from participate.organisations.words import PledgeKind, PledgeStatus
from participate.projects.models import Project
from participate.sessions.words import SessionStatus
from tests.materials.build import build_material
from tests.missions.build import build_mission, build_outcome, come, come_again, hold, put_under
from tests.organisations.build import build_pledge
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import NOON, Street, add

JUNE = datetime(2026, 6, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("exact", "shown"),
    [(0, None), (1, None), (9, None), (10, 10), (11, 10), (14, 10), (15, 15), (19, 15), (1_004, 1_000), (1_005, 1_005)],
)
def test_steps(exact: int, shown: int | None) -> None:
    assert shown_of(exact) == shown


def test_one_more_moves_it_by_a_step_or_not_at_all() -> None:
    for exact in range(300):
        before, after = shown_of(exact) or 0, shown_of(exact + 1) or 0
        assert after - before in (0, 5, 10)


@pytest.mark.parametrize(
    ("exact", "target", "reached", "share"),
    [(9, 10, False, 0), (10, 10, True, 100), (99, 100, False, 95), (100, 100, True, 100), (250, 100, True, 100)],
)
def test_the_way(exact: int, target: int, reached: bool, share: int) -> None:
    found = progress_of(exact, target)
    assert (found.reached, found.share) == (reached, share)


def test_the_exact_number_is_nowhere_in_it() -> None:
    assert "137" not in repr(progress_of(137, 1_000))
    assert set(Progress.__slots__ if hasattr(Progress, "__slots__") else vars(progress_of(137, 1_000))) == {
        "shown",
        "target",
    }


def far(mission: Mission) -> int | None:
    db.session.flush()
    return queries.progress(mission).shown


def test_people_are_counted_once_and_visits_each_time(street: Street) -> None:
    people, visits = build_mission(street), build_mission(street, measure=MissionMeasure.VISITS)
    for mission in (people, visits):
        put_under(mission, street.project)
    first, second = hold(street.project, JUNE), hold(street.project, JUNE + timedelta(days=7))
    ids = come(first, known=12, strangers=3, children=2)
    come_again(second, ids[:11])
    assert (far(people), far(visits)) == (10, 25)  # 12 people; 17 and 11 heads


def test_two_projects_share_their_people(street: Street) -> None:
    other = Project(
        name="Bake Club", about="Bread.", theme=street.project.theme, stage=street.project.stage, made_at=NOON,
        changed_at=NOON,
    )  # fmt: skip
    add(other)
    mission = build_mission(street)
    put_under(mission, street.project)
    put_under(mission, other)
    ids = come(hold(street.project, JUNE), known=14)
    come_again(hold(other, JUNE), ids)
    assert far(mission) == 10


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (datetime(2026, 5, 31, 22, 59, tzinfo=UTC), False),  # a minute before midnight in London
        (datetime(2026, 5, 31, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 31, 23, 59, tzinfo=UTC), True),
        (datetime(2027, 1, 1, 0, 0, tzinfo=UTC), False),
    ],
)
def test_days_are_london_days(street: Street, day: datetime, counts: bool) -> None:
    mission = build_mission(street)
    put_under(mission, street.project)
    come(hold(street.project, day), known=10)
    assert (far(mission) is not None) is counts


def test_what_is_not_there_is_not_counted(street: Street) -> None:
    mission = build_mission(street, measure=MissionMeasure.VISITS)
    session = hold(street.project, JUNE)
    come(session, strangers=10)
    assert far(mission) is None  # not under it
    under = put_under(mission, street.project)
    assert far(mission) == 10
    session.hidden_at = NOON
    assert far(mission) is None
    session.hidden_at, session.status, session.cancelled_at = None, SessionStatus.CANCELLED, NOON
    assert far(mission) is None
    session.status, session.cancelled_at, street.project.hidden_at = SessionStatus.PLANNED, None, NOON
    assert far(mission) is None
    street.project.hidden_at = None
    service.leave(street.amina.id, under)
    assert far(mission) is None


def test_things_given(street: Street) -> None:
    mission = build_mission(street, measure=MissionMeasure.GIVEN)
    put_under(mission, street.project)
    towards = build_pledge(street, subject=f"mission:{mission.id}", amount=50)
    of_need = build_pledge(street, subject=f"need:{street.need.id}", amount=50, status=PledgeStatus.WELCOMED)
    of_project = build_pledge(street, subject=f"project:{street.project.id}", status=PledgeStatus.WELCOMED)
    time = build_pledge(street, subject=f"mission:{mission.id}", kind=PledgeKind.TIME, amount=50)
    free = build_pledge(street, amount=50)
    for pledge, units in ((towards, 6), (of_need, 5), (of_project, 4), (time, 30), (free, 30)):
        note_given(street.bilal.id, pledge, units, clock.today(), 0)
    assert far(mission) == 15
    hide_partner(street.dora.id, street.organisation, "Not a school.")
    assert far(mission) is None


@pytest.mark.parametrize(
    ("named", "counts"), [({"hub_id": None}, True), ({}, True), ({"hub_id": None, "organisation_id": 1}, False)]
)
def test_things_handed_over_in_its_name(street: Street, named: dict[str, int | None], counts: bool) -> None:
    mission = build_mission(street, measure=MissionMeasure.GIVEN, **named)
    coats = build_material(street, name="Coats", deal=Deal.GIVE, how_many=40, hub_id=street.hub.id)
    for person, status in ((street.chidi, GiftStatus.HANDED), (street.amina, GiftStatus.ASKED)):
        answered = NOON if status is GiftStatus.HANDED else None
        add(GiftAsk(material_id=coats.id, person_id=person.id, units=20, status=status, asked_at=NOON,
                    answered_at=answered))  # fmt: skip
    assert far(mission) == (20 if counts else None)


def test_what_partners_report(street: Street) -> None:
    mission = build_mission(street, measure=MissionMeasure.OUTCOME)
    outcome = build_outcome(street, mission, 52)
    assert far(mission) == 50
    service.hide(street.dora.id, outcome, "It was 5.")
    assert far(mission) is None
    service.restore(street.dora.id, outcome)
    build_outcome(street, mission, 4, first_day=date(2026, 7, 1), last_day=date(2026, 7, 2))
    assert far(mission) == 55


def test_a_page_of_missions_counts_in_few_statements(street: Street) -> None:
    missions = [build_mission(street, measure=measure) for measure in MissionMeasure for _ in range(3)]
    assert {each.measure for each in missions} == set(MissionMeasure)
    db.session.flush()
    with count_statements() as counted:
        queries.progress_of_all(missions)
    assert counted.number <= 5, counted.texts


def test_no_page_says_the_exact_number(street: Street, client: PageClient) -> None:
    mission = build_mission(street, name="Neighbours mend", target=1000)
    put_under(mission, street.project)
    come(hold(street.project, JUNE), known=137)
    for path in (f"/missions/{mission.id}", "/missions", f"/projects/{street.project.id}"):
        for name in ("stranger", "efua", "dora"):
            page = client.become(street.person(name)).get(path).text.partition("<main")[2]
            assert "137" not in page
    assert "135 or more of 1,000" in client.get(f"/missions/{mission.id}").text
