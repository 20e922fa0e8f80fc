"""The hub's yes: who decides, by when, what waits, and who hears of it."""

from datetime import date, timedelta

import pytest

from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.outbox.service import run_due
from participate.projects import queries, service
from participate.projects.models import Project, SafetyCheck
from participate.projects.rules import safety as rules
from participate.projects.words import Risk, Standing, TeamPart, Tier
from tests.page import PageClient
from tests.projects.build import build_project, join
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, give, person

STAFF = ("dora", "gita")


def send(street: Street, project: Project, *risks: Risk, road: date | None = None) -> SafetyCheck:
    """Amina ticks the whole list of a project with these risks."""
    check = service.set_risks(street.amina.id, project, risks)
    keys = tuple(key for key, _words in rules.checklist(risks))
    service.tick_list(street.amina.id, check, service.ListFacts(keys, road_closed_on=road, no_allergen=True))
    db.session.commit()
    return check


def decide(street: Street) -> str:
    return f"/projects/{street.project.id}/safety/decide"


@pytest.mark.parametrize("name", CAST)
def test_who_sees_the_list(street: Street, client: PageClient, name: str) -> None:
    send(street, street.project, Risk.HIVES)
    for path in ("/safety", decide(street)):
        answer = client.become(street.person(name)).get(path)
        out = name in ("stranger", "femi")
        assert answer.status_code == (200 if name in STAFF else 303 if out else 404)
        assert ("Mend Club" in answer.text) is (name in STAFF)


@pytest.mark.parametrize("name", CAST)
def test_who_decides(street: Street, client: PageClient, name: str) -> None:
    check = send(street, street.project, Risk.HIVES)
    page = decide(street) if name in STAFF else "/ideas/new" if name in ("stranger", "femi") else "/projects/new"
    said = {"answer": "yes", "seen": check.changed_at.isoformat()}
    answer = client.become(street.person(name)).send(decide(street), said, page=page)
    assert answer.status_code == (303 if name in STAFF else 403 if name in ("stranger", "femi") else 404)
    db.session.expire_all()
    assert queries.standing(check) is (Standing.CLEAR if name in STAFF else Standing.WAITS)


def test_the_staff_of_another_hub_read_and_do_not_decide(street: Street, client: PageClient) -> None:
    other = person("Hana Yusuf", street.ward)
    give(other, "staff", "hub:999")  # type: ignore[arg-type]
    check = send(street, street.project, Risk.HIVES)
    page = client.become(other).get(decide(street)).text
    assert "A colleague has to decide" in page
    said = {"answer": "yes", "seen": check.changed_at.isoformat()}
    assert client.send(decide(street), said, page="/projects/new").status_code == 403


def test_nobody_decides_about_her_own(street: Street, client: PageClient) -> None:
    check = send(street, street.project, Risk.HIVES)
    join(street.project, street.dora, TeamPart.HELPER)
    assert "A colleague has to decide" in client.become(street.dora).get(decide(street)).text
    with pytest.raises(rules.OwnApproval):
        service.approve(street.dora.id, check, "", check.changed_at)
    assert queries.standing(check) is Standing.WAITS


def test_who_is_named(street: Street) -> None:
    def named() -> int | None:
        service.set_risks(street.amina.id, street.project, [])
        return service.set_risks(street.amina.id, street.project, [Risk.ROAD]).approver_id

    assert named() == street.dora.id, "the staff of its hub"
    hana = person("Hana Yusuf", street.ward)
    give(hana, "staff", f"hub:{street.hub.id}")  # type: ignore[arg-type]
    send(street, build_project(street), Risk.HIVES)
    assert named() == hana.id, "for whom fewer wait"
    street.project.hub_person_id = street.dora.id
    assert named() == street.dora.id, "who looks after it at the hub"
    join(street.project, street.dora)
    assert named() == hana.id, "never one of the team"
    hana.status = PersonStatus.ENDED
    assert named() == street.gita.id, "an admin where there is no staff"
    street.gita.status = PersonStatus.ENDED
    assert named() is None


def test_she_hears_and_has_five_working_days(street: Street, client: PageClient) -> None:
    check = send(street, street.project, Risk.ROAD, road=date(2026, 12, 5))
    assert (check.approver_id, check.approve_by) == (street.dora.id, date(2026, 7, 9))
    letters = [each.payload for each in db.session.query(Promise).filter_by(name="letter")]
    assert [(each["name"], each["person_id"]) for each in letters] == [("safety_asked", street.dora.id)]
    run_due()
    page = client.become(street.dora).get("/letters").text
    assert "Mend Club waits for your yes" in page
    with pytest.raises(rules.ApprovalOpen):
        service.check_live(street.project)
    own = client.become(street.amina).get(f"/projects/{street.project.id}/safety").text
    assert "Dora looks at it, until Thursday 9 July." in own


def test_yes(street: Street, client: PageClient) -> None:
    check = send(street, street.project, Risk.POWER_TOOLS)
    run_due()
    db.session.query(Promise).delete()
    client.become(street.dora).get(decide(street))
    said = {"answer": "yes", "words": "Lovely. Mind the saw.", "seen": check.changed_at.isoformat()}
    assert client.send(decide(street), said).headers["Location"] == "/safety"
    service.check_live(street.project)
    assert [each.payload["person_id"] for each in db.session.query(Promise)] == [street.amina.id], "once"
    page = client.become(street.amina).get(f"/projects/{street.project.id}/safety").text
    assert "Dora said yes on Thursday 2 July." in page
    assert "Mind the saw." in page
    assert "Nothing waits here" in client.become(street.dora).get("/safety").text


def test_not_yet_and_once_more(street: Street, client: PageClient) -> None:
    check = send(street, street.project, Risk.HIVES)
    client.become(street.dora)
    said = {"answer": "not_yet", "words": "Ask the school first.", "seen": check.changed_at.isoformat()}
    client.send(decide(street), said)
    with pytest.raises(rules.ApprovalRefused):
        service.check_live(street.project)
    url = f"/projects/{street.project.id}/safety"
    assert "Ask the school first." in client.become(street.amina).get(url).text
    keys = [key for key, _words in rules.checklist([Risk.HIVES])]
    assert client.send(url, {"lines": keys}).status_code == 303
    db.session.expire_all()
    assert queries.standing(check) is Standing.WAITS


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "answer"),
        ({"answer": "perhaps"}, "answer"),
        ({"answer": "not_yet"}, "words"),
        ({"answer": "not_yet", "words": "  "}, "words"),
        ({"answer": "yes", "words": "x" * 10_000}, "words"),
        ({"answer": "yes", "words": "a\x00b"}, "words"),
    ],
)
def test_what_is_missing_is_said(street: Street, client: PageClient, said: dict[str, str], field: str) -> None:
    check = send(street, street.project, Risk.HIVES)
    answer = client.become(street.dora).send(decide(street), said | {"seen": check.changed_at.isoformat()})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    db.session.expire_all()
    assert queries.standing(check) is Standing.WAITS


@pytest.mark.parametrize("seen", ["", "soon", "2026-07-02T11:00:00", "2020-01-01T00:00:00+00:00"])
def test_what_was_read_is_what_is_decided(street: Street, client: PageClient, seen: str) -> None:
    check = send(street, street.project, Risk.HIVES)
    answer = client.become(street.dora).send(decide(street), {"answer": "yes", "seen": seen})
    assert answer.status_code == 409
    db.session.expire_all()
    assert queries.standing(check) is Standing.WAITS


def test_whoever_comes_second_changes_nothing(street: Street) -> None:
    check = send(street, street.project, Risk.HIVES)
    seen = check.changed_at
    service.approve(street.dora.id, check, "", seen)
    with pytest.raises(rules.NothingWaits):
        service.refuse(street.gita.id, check, "No", seen)
    assert (queries.standing(check), check.approver_id) == (Standing.CLEAR, street.dora.id)


def test_the_oldest_stands_first_and_late_is_said(street: Street, client: PageClient) -> None:
    with clock.stop_at(NOON - timedelta(days=20)):
        send(street, build_project(street, name="Bee Street"), Risk.HIVES)
    send(street, street.project, Risk.ROAD, road=date(2026, 8, 1))
    send(street, build_project(street, name="Hidden Club", hidden_at=NOON), Risk.HIVES)
    service.set_risks(street.amina.id, build_project(street, name="Not sent"), [Risk.HIVES])
    client.become(street.dora)
    with count_statements() as counted:
        page = client.get("/safety").text
    assert counted.number <= 8, counted.texts
    assert page.index("Bee Street") < page.index("Mend Club")
    assert page.count("Too long:") == 1
    assert "Less than 12 weeks away" in page
    assert "Hidden Club" not in page
    assert "Not sent" not in page
    assert queries.count_waiting_checks() == 2


def test_a_road_too_near_is_said_and_staff_may_still_say_yes(street: Street, client: PageClient) -> None:
    check = send(street, street.project, Risk.ROAD, road=date(2026, 8, 1))
    assert (
        "The council asks for 12 weeks" in client.become(street.amina).get(f"/projects/{street.project.id}/safety").text
    )
    assert "less than 12 weeks away" in client.become(street.dora).get(decide(street)).text
    client.send(decide(street), {"answer": "yes", "seen": check.changed_at.isoformat()})
    db.session.expire_all()
    assert queries.standing(check) is Standing.CLEAR


def test_only_red_is_decided(street: Street, client: PageClient) -> None:
    assert client.become(street.dora).get(decide(street)).status_code == 404
    service.set_risks(street.amina.id, street.project, [Risk.FOOD])
    assert queries.get_check(street.project.id).tier is Tier.AMBER
    assert client.get(decide(street)).status_code == 404
