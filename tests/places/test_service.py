"""Changes to hubs, streets and places of people, with their rows in the trail."""

from datetime import time

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participate.audit.models import AuditRow
from participate.core.db import db
from participate.places import queries, service
from participate.places.models import Street
from participate.places.rules import PostcodeDead, PostcodeMissing, PostcodeOutside, PostcodeUnknown, square_of
from participate.places.rules.hubs import HubNameTaken, HubNowhere
from participate.places.rules.streets import HouseNotStreet, StreetNameTaken, TooFewHomes
from tests.street import Street as Cast

WEEK = {1: (time(10), time(17)), 5: (time(10), time(16))}


@pytest.fixture
def borough(app: Flask) -> Flask:
    service.ensure_borough()
    return app


def facts(**more: object) -> service.HubFacts:
    given = {
        "name": "The Table", "about": "Tea is on.", "address": "1 Church Elm Lane, RM10 9QS", "phone": "",
        "step_free": True, "toilet": False, "hours": WEEK,
    }  # fmt: skip
    return service.HubFacts(**given | more)


def trail() -> list[tuple[int | None, str, str]]:
    rows = db.session.scalars(
        select(AuditRow).where(AuditRow.kind.in_(["hub", "street", "person"])).order_by(AuditRow.id)
    )
    return [(row.actor_id, row.verb, row.kind) for row in rows]


def test_a_hub_lies_where_its_postcode_lies(borough: Flask) -> None:
    hub = service.add_hub(7, facts())
    assert hub.ward.name == "Village"
    assert hub.square == table_square()
    assert [(day.weekday, day.opens) for day in hub.hours] == [(1, time(10)), (5, time(10))]
    assert trail() == [(7, "made", "hub")]


def table_square() -> int | None:
    return service.spot_of("RM10 9QS").square


def test_a_chosen_ward_wins_and_serves_where_the_postcode_is_not_known(borough: Flask) -> None:
    valence = queries.get_ward("valence").id
    assert service.add_hub(7, facts(ward_id=valence)).ward_id == valence
    other = service.add_hub(7, facts(name="New", address="Gale Street RM10 9ZZ", ward_id=valence))
    assert (other.ward_id, other.square) == (valence, None)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("Church Elm Lane", HubNowhere),
        ("Church Elm Lane RM10 9ZZ", PostcodeUnknown),
        ("Church Elm Lane IG11 0BX", PostcodeDead),
        ("Downing Street SW1A 2AA", PostcodeOutside),
    ],
)
def test_a_hub_must_lie_somewhere(borough: Flask, address: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        service.add_hub(7, facts(address=address))


def test_a_hub_without_a_postcode_stays_where_it_was_while_its_ward_stays(borough: Flask) -> None:
    hub = service.add_hub(7, facts())
    before = hub.square
    service.change_hub(7, hub, facts(address="Church Elm Lane", ward_id=hub.ward_id))
    assert hub.square == before
    service.change_hub(7, hub, facts(address="Church Elm Lane", ward_id=queries.get_ward("valence").id))
    assert hub.square is None


def test_two_hubs_never_share_a_name(borough: Flask) -> None:
    hub = service.add_hub(7, facts())
    with pytest.raises(HubNameTaken):
        service.add_hub(7, facts())
    other = service.add_hub(7, facts(name="Other"))
    with pytest.raises(HubNameTaken):
        service.change_hub(7, other, facts())
    service.change_hub(7, hub, facts(about="More tea."))
    assert hub.about == "More tea."


def test_changing_hours_changes_adds_and_closes_days(borough: Flask) -> None:
    hub = service.add_hub(7, facts())
    service.change_hub(7, hub, facts(hours={5: (time(9), time(12)), 6: (time(11), time(15))}))
    db.session.expire_all()
    assert [(day.weekday, day.opens) for day in hub.hours] == [(5, time(9)), (6, time(11))]
    assert trail() == [(7, "made", "hub"), (7, "changed", "hub")]


def test_a_street(borough: Flask) -> None:
    ward = queries.get_ward("parsloes").id
    street = service.add_street(7, ward, "Bastable Avenue", 40)
    service.change_street(7, street, "Bastable Avenue", 60)
    assert (street.name, street.homes) == ("Bastable Avenue", 60)
    with pytest.raises(StreetNameTaken):
        service.add_street(7, ward, "bastable avenue", 40)
    with pytest.raises(HouseNotStreet):
        service.change_street(7, street, "4 Bastable Avenue", 60)
    with pytest.raises(TooFewHomes):
        service.add_street(7, ward, "Short Close", 4)
    service.add_street(7, queries.get_ward("valence").id, "Bastable Avenue", 40)  # another ward
    assert trail() == [(7, "made", "street"), (7, "changed", "street"), (7, "made", "street")]


def test_whoever_comes_second_hears_why(borough: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The look beforehand saw nothing, as when two people press at once; the constraint still holds."""
    ward = queries.get_ward("parsloes").id
    service.add_street(7, ward, "Bastable Avenue", 40)
    other = service.add_street(7, ward, "Gale Street", 40)
    monkeypatch.setattr("participate.places.service.streets._check_free", lambda *_given: None)
    with pytest.raises(StreetNameTaken):
        service.add_street(7, ward, "Bastable Avenue", 50)
    with pytest.raises(StreetNameTaken):
        service.change_street(7, other, "Bastable Avenue", 40)
    assert queries.list_streets(ward).total == 2


def test_the_database_itself_refuses_a_street_of_four(borough: Flask) -> None:
    db.session.add(Street(ward_id=queries.get_ward("parsloes").id, name="Short Close", homes=4))
    with pytest.raises(IntegrityError, match="five_homes"):
        db.session.flush()


def test_a_person_moves_and_is_forgotten(street: Cast) -> None:
    place = square_of(51.53, 0.1)
    before = len(trail())
    service.move_to(street.chidi, street.other_ward.id, place)
    assert (street.chidi.ward_id, street.chidi.square) == (street.other_ward.id, place)
    service.move_to(street.chidi, street.other_ward.id, place)  # nothing new
    service.move_to(street.chidi, street.other_ward.id, None)
    assert street.chidi.square is None
    service.forget_place(street.chidi)
    assert (street.chidi.ward_id, street.chidi.square) == (None, None)
    assert trail()[before:] == [(street.chidi.id, "moved", "person")] * 3


def test_a_spot(borough: Flask) -> None:
    spot = service.spot_of("rm109qs")
    assert queries.find_ward(spot.ward_id).name == "Village"
    with pytest.raises(PostcodeMissing):
        service.spot_of("")


def test_a_postcode_before_the_borough_is_there_is_unknown(app: Flask) -> None:
    with pytest.raises(PostcodeUnknown):
        service.spot_of("RM10 9QS")
