"""Hubs: the list, the page of one, and keeping it true."""

from datetime import UTC, datetime, time

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.places import queries, service
from participate.places.models import Hub, HubHours
from participate.places.rules import centre_of, square_of
from tests.page import PageClient
from tests.street import CAST, Street

CHANGERS = ("dora", "gita")


def hub_of(street: Street) -> str:
    return f"/hubs/{street.hub.id}"


def another_hub(street: Street, name: str = "Thames Hub", place: tuple[float, float] = (51.52794, 0.10386)) -> Hub:
    hub = Hub(name=name, address="Bastable Avenue", ward_id=street.other_ward.id, square=square_of(*place))
    db.session.add(hub)
    db.session.commit()
    return hub


@pytest.mark.parametrize("name", CAST)
def test_everybody_sees_hubs(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    page = client.get("/hubs")
    assert page.status_code == 200
    assert "The Shop, Church Elm Lane" in page.text
    assert ("Add a hub" in page.text) == (name == "gita")
    one = client.get(hub_of(street))
    assert one.status_code == 200
    assert "Open today until 5pm" in one.text
    assert ("Change this page" in one.text) == (name in CHANGERS)


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        (datetime(2026, 7, 2, 8, 0, tzinfo=UTC), "Opens today at 10am"),  # London is an hour ahead in July
        (datetime(2026, 7, 2, 9, 0, tzinfo=UTC), "Open today until 5pm"),
        (datetime(2026, 7, 2, 16, 0, tzinfo=UTC), "Closed now. Opens tomorrow at 10am"),
        (datetime(2026, 7, 4, 16, 0, tzinfo=UTC), "Closed now. Opens Tuesday at 10am"),
    ],
)
def test_the_line_on_the_door(street: Street, client: PageClient, moment: datetime, line: str) -> None:
    with clock.stop_at(moment):
        assert line in client.get(hub_of(street)).text
        assert line in client.get("/hubs").text


def test_the_week_marks_today(street: Street, client: PageClient) -> None:
    page = " ".join(client.get(hub_of(street)).text.split())
    assert "Thursday <mark>today</mark></dt><dd>10am to 5pm" in page
    assert "Monday</dt><dd>Closed" in page


def test_the_week_and_the_rooms_of_a_hub(street: Street, client: PageClient) -> None:
    page = client.get(hub_of(street)).text
    assert "Bring it broken, take it home working" in page
    assert "Kitchen at the Shop" in page
    other = client.get(f"/hubs/{another_hub(street).id}").text
    assert "Kitchen at the Shop" not in other
    assert "Bring it broken" not in other


def test_a_hub_without_hours_asks_you_to_ask(street: Street, client: PageClient) -> None:
    assert "Ask before you come" in client.get(f"/hubs/{another_hub(street).id}").text


@pytest.mark.parametrize("path", ["/hubs/999", "/hubs/0", "/hubs/99999999999999999999", "/hubs/x", "/hubs/-1"])
def test_no_such_hub(street: Street, client: PageClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_hub_yet(app: Flask, client: PageClient) -> None:
    service.ensure_borough()
    assert "No hub is open yet" in client.get("/hubs").text
    assert "No hub near here yet" in client.get("/wards/thames-view").text


def test_the_nearest_comes_first_with_its_walk(street: Street, client: PageClient) -> None:
    service.ensure_borough()
    near = another_hub(street)
    street.hub.square = square_of(51.54007, 0.1496)
    client.send("/near", {"postcode": "IG11 0LG"}, page="/near")  # beside the Thames hub
    page = client.get("/hubs").text
    assert page.index(near.name) < page.index(street.hub.name)
    assert "about 5 minutes’ walk" in page
    client.send("/near", {"postcode": "RM10 9QS"}, page="/near")
    page = client.get("/hubs").text
    assert page.index(street.hub.name) < page.index(near.name)


def test_with_only_a_ward_there_are_no_minutes(street: Street, client: PageClient) -> None:
    client.send("/near", {"ward": street.ward.slug}, page="/near")
    page = client.get("/hubs").text
    assert "in your ward" in page
    assert "minutes’ walk" not in page


def test_with_no_place_there_is_no_distance(street: Street, client: PageClient) -> None:
    page = client.get("/hubs").text
    assert "in your ward" not in page
    assert "minutes’ walk" not in page
    assert "Tell us where you are" in page


def test_many_hubs_come_in_pages(street: Street, client: PageClient) -> None:
    for number in range(25):
        another_hub(street, f"Hub {number:02}")
    assert "1 to 20 of 26" in client.get("/hubs").text
    assert "21 to 26 of 26" in client.get("/hubs?page=2").text
    assert client.get("/hubs?page=900").status_code == 200


@pytest.mark.parametrize("name", CAST)
def test_who_may_change_a_hub(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    status = client.get(f"{hub_of(street)}/edit").status_code
    assert status == (200 if name in CHANGERS else 303 if name in ("stranger", "femi") else 404)
    other = client.get(f"/hubs/{another_hub(street).id}/edit").status_code
    assert other == {"gita": 200, "dora": 403}.get(name, status)


@pytest.mark.parametrize("name", CAST)
def test_who_may_add_a_hub(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    status = client.get("/hubs/new").status_code
    assert status == (200 if name == "gita" else 303 if name in ("stranger", "femi") else 404)


def form(**more: object) -> dict[str, object]:
    """The form as Dora's browser sends it."""
    days = {f"{part}_{weekday}": "" for weekday in range(7) for part in ("opens", "closes")}
    given = {
        "name": "The Shop", "about": "Tea and a table.", "address": "1 Church Elm Lane RM10 9QS",
        "phone": "020 8227 0000", "ward": "", "step_free": "y", "opens_1": "10am", "closes_1": "5pm",
    }  # fmt: skip
    return days | given | more


def test_dora_changes_her_hub(street: Street, client: PageClient) -> None:
    service.ensure_borough()
    client.become(street.dora)
    answer = client.send(f"{hub_of(street)}/edit", form())
    assert answer.status_code == 303
    db.session.expire_all()
    hub = street.hub
    assert (hub.name, hub.about, hub.step_free, hub.toilet) == ("The Shop", "Tea and a table.", True, False)
    assert hub.ward.name == "Village"
    assert [(day.weekday, day.opens, day.closes) for day in hub.hours] == [(1, time(10), time(17))]
    page = client.get(hub_of(street)).text
    assert "Saved." in page
    assert 'href="tel:02082270000"' in page


def test_the_form_holds_what_is_kept(street: Street, client: PageClient) -> None:
    page = client.become(street.dora).get(f"{hub_of(street)}/edit").text
    assert 'value="The Shop, Church Elm Lane"' in page
    assert 'name="opens_1" value="10am"' in page
    assert 'name="opens_0" value=""' in page


def test_gita_opens_a_hub(street: Street, client: PageClient) -> None:
    service.ensure_borough()
    client.become(street.gita)
    assert client.send("/hubs/new", form()).status_code == 303
    db.session.expire_all()
    made = queries.list_hubs()[0]
    assert made.name == "The Shop"
    lat, lon = centre_of(made.square or 0)
    assert abs(lat - 51.54) < 0.01
    assert abs(lon - 0.15) < 0.01


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({"name": ""}, "Write the name on the door."),
        ({"name": "x" * 81}, "Use at most 80 letters. This has one too many."),
        ({"name": "Thames Hub"}, "There is a hub with this name already."),
        ({"about": "x" * 10_000}, "Use at most 400 letters."),
        ({"about": "tea\0"}, "Some of these signs cannot be shown."),
        ({"address": ""}, "Write where it is."),
        ({"address": "Church Elm Lane"}, "Write the postcode with the address, or choose the ward."),
        ({"address": "Church Elm Lane RM10 9ZZ"}, "We do not know that postcode."),
        ({"address": "Church Elm Lane IG11 0BX"}, "That postcode is no longer used."),
        ({"ward": "99999"}, "Choose one from the list."),
        ({"ward": "x"}, "Choose one from the list."),
        ({"opens_1": "ten"}, "Write a time like 9am, 1:30pm or 17:00."),
        ({"closes_1": ""}, "Write both times, or leave both empty when it is closed that day."),
        ({"closes_1": "9am"}, "The closing time must be later than the opening time."),
        ({"opens_3": "x" * 10_000}, "Use at most 12 letters."),
        ({"phone": "0" * 21}, "Use at most 20 letters."),
    ],
)
def test_trouble_is_said_beside_the_field(street: Street, client: PageClient, broken: dict, says: str) -> None:
    service.ensure_borough()
    another_hub(street)
    client.become(street.dora)
    answer = client.send(f"{hub_of(street)}/edit", form(**broken))
    assert answer.status_code == 422
    assert answer.text.count(says) == 2
    assert 'value="1 Church Elm Lane RM10 9QS"' in answer.text or "address" in broken
    db.session.expire_all()
    assert street.hub.name == "The Shop, Church Elm Lane"


def test_strange_words_are_shown_as_words(street: Street, client: PageClient) -> None:
    service.ensure_borough()
    client.become(street.dora)
    words = "<script>alert(1)</script> 🏠 شارع"
    assert client.send(f"{hub_of(street)}/edit", form(about=words)).status_code == 303
    page = client.get(hub_of(street)).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 🏠 شارع" in page


def test_a_hub_that_has_hours_never_loses_them_by_an_error(street: Street, client: PageClient) -> None:
    client.become(street.dora)
    client.send(f"{hub_of(street)}/edit", form(closes_1="", ward=str(street.ward.id)))
    db.session.expire_all()
    assert db.session.query(HubHours).filter_by(hub_id=street.hub.id).count() == 5
