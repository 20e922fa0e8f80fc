"""The hub's look: what waits, the longest first; yes or no; nobody about her own."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from participate.photos import queries, rules, service, store
from participate.photos.models import Photo
from participate.photos.words import DownReason, Part, PhotoStatus, Verdict
from tests.page import PageClient
from tests.photos.making import photo_of
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

YES, NO = {"verdict": "show"}, {"verdict": "take_down", "reason": "A school badge can be read."}


@pytest.fixture
def photo(street: Street) -> Photo:
    return photo_of(f"material:{street.material.id}", street.amina, PhotoStatus.HELD, alt="Two coats.")


def fresh(photo: Photo) -> Photo:
    db.session.expire_all()
    return queries.get_photo(photo.id)


def letters() -> list[Promise]:
    return [each for each in Promise.query.all() if each.payload.get("name") == "photo_checked"]


@pytest.mark.parametrize("name", CAST)
def test_who_looks(client: PageClient, street: Street, photo: Photo, name: str) -> None:
    client.become(street.person(name))
    expected = {"dora": 200, "gita": 200, "stranger": 303, "femi": 303}.get(name, 404)
    assert client.get("/photos/waiting").status_code == expected
    assert client.get(f"/photos/{photo.id}/check").status_code == expected


def test_nothing_waits(client: PageClient, street: Street) -> None:
    assert "Nothing waits here" in client.become(street.dora).get("/photos/waiting").text


def test_the_longest_waiting_first_and_late_is_said(client: PageClient, street: Street, photo: Photo) -> None:
    late = photo_of(
        f"space:{street.space.id}", street.bilal, PhotoStatus.HELD, ink="navy", alt="A bench.", children=True,
        changed_at=NOON - timedelta(days=6),
    )  # fmt: skip
    text = client.become(street.dora).get("/photos/waiting").text
    assert text.index("A bench.") < text.index("Two coats.")
    assert text.count("Too long:") == 1
    assert text.count("Children are in it.") == 1
    assert "sent by Bilal" in text
    assert "Sheikh" not in text
    assert queries.count_waiting() == 2
    assert late.id != photo.id


def test_yes(client: PageClient, street: Street, photo: Photo) -> None:
    answer = client.become(street.dora).send(f"/photos/{photo.id}/check", YES)
    assert (answer.status_code, answer.location) == (303, "/photos/waiting")
    assert (fresh(photo).status, fresh(photo).checked_by) == (PhotoStatus.SHOWN, street.dora.id)
    assert client.become(None).get(f"/photos/{photo.name}").status_code == 200
    (letter,) = letters()
    assert (letter.payload["person_id"], letter.payload["facts"]["shown"]) == (street.amina.id, True)
    assert letter.payload["facts"]["title"] == "Sewing machine"


def test_no_is_for_good(client: PageClient, street: Street, photo: Photo) -> None:
    client.become(street.dora)
    refused = client.send(f"/photos/{photo.id}/check", {"verdict": "take_down"})
    assert (refused.status_code, "Write a reason." in refused.text) == (422, True)
    assert client.send(f"/photos/{photo.id}/check", NO).status_code == 303
    assert (fresh(photo).status, fresh(photo).alt) == (PhotoStatus.TAKEN_DOWN, "")
    for person in (street.amina, street.dora, None):
        client.become(person)
        assert client.get(f"/photos/{photo.name}").status_code == 404
        assert client.get(f"/photos/{photo.id}").status_code == 404
    assert letters()[0].payload["facts"]["reason"] == NO["reason"]
    name = photo.name
    outbox.run_due()
    assert store.of_site().read(name, Part.LARGE) is None


def test_two_colleagues_at_once(client: PageClient, street: Street, photo: Photo) -> None:
    token = client.become(street.dora).token(f"/photos/{photo.id}/check")
    assert client.post(f"/photos/{photo.id}/check", data=YES | {"csrf_token": token}).status_code == 303
    again = client.post(f"/photos/{photo.id}/check", data=NO | {"csrf_token": token})
    assert (again.status_code, "A colleague has looked at this photo already." in again.text) == (409, True)
    assert fresh(photo).status is PhotoStatus.SHOWN
    assert len(letters()) == 1


def test_nobody_decides_about_her_own(client: PageClient, street: Street) -> None:
    own = photo_of(f"space:{street.space.id}", street.dora, PhotoStatus.HELD, children=True)
    page = client.become(street.dora).get(f"/photos/{own.id}/check").text
    assert "This photo is yours." in page
    with pytest.raises(rules.OwnPhoto):
        service.check(street.dora.id, own, Verdict.SHOW, "")
    db.session.rollback()


def test_what_people_asked_is_read_and_answered(client: PageClient, street: Street) -> None:
    shown = photo_of(f"space:{street.space.id}", street.amina, ink="teal")
    service.ask_down(shown, DownReason.CHILD, "He is six.", None)
    db.session.commit()
    page = client.become(street.dora).get(f"/photos/{shown.id}/check").text
    assert "My child is in it" in page
    assert "He is six." in page
    client.send(f"/photos/{shown.id}/check", YES)
    assert queries.list_open_asks([shown.id]) == {}
    assert queries.was_kept(shown.id)


def test_the_list_is_paged_and_cheap(client: PageClient, street: Street) -> None:
    for number in range(21):
        photo_of(f"material:{1 + number // 8}", street.amina, PhotoStatus.HELD, ink=f"#{number * 12:02x}4060")
    client.become(street.dora).get("/photos/waiting")
    with count_statements() as counted:
        page = client.get("/photos/waiting").text
    assert counted.number <= 12, counted.texts
    assert "1 to 20 of 21" in page


def test_photos_with_children_cannot_be_shown_unchecked(street: Street, photo: Photo) -> None:
    """The database says so too."""
    photo.children, photo.status = True, PhotoStatus.SHOWN
    with pytest.raises(Exception, match="children_are_checked"):
        db.session.flush()
    db.session.rollback()


def test_the_queue_is_found(client: PageClient, street: Street) -> None:
    assert "/photos/waiting" in client.become(street.dora).get("/mine").text
    assert "/photos/waiting" not in client.become(street.amina).get("/mine").text
    assert clock.now() == NOON
