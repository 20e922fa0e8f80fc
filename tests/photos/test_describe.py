"""The words of a photo, who is in it, and the extra step for children."""

import pytest

from participate.core.db import db
from participate.photos import queries
from participate.photos.models import Photo
from participate.photos.words import PhotoStatus
from tests.page import PageClient
from tests.photos.making import photo_of
from tests.street import CAST, Street

SAID = {"alt": "A sewing machine on a table.", "who": "nobody", "consent": "y"}


@pytest.fixture
def machine(street: Street) -> str:
    return f"material:{street.material.id}"


@pytest.fixture
def draft(street: Street, machine: str) -> Photo:
    return photo_of(machine, street.amina, PhotoStatus.DRAFT)


def fresh(photo: Photo) -> Photo:
    db.session.expire_all()
    return queries.get_photo(photo.id)


@pytest.mark.parametrize("name", CAST)
def test_a_draft_is_hers_alone(client: PageClient, street: Street, draft: Photo, name: str) -> None:
    answer = client.become(street.person(name)).get(f"/photos/{draft.id}/say")
    assert answer.status_code == {"amina": 200, "stranger": 303, "femi": 303}.get(name, 404)


def test_the_first_photos_of_a_neighbour_wait_for_the_hub(
    client: PageClient, street: Street, draft: Photo, machine: str
) -> None:
    answer = client.become(street.amina).send(f"/photos/{draft.id}/say", SAID)
    assert (answer.status_code, answer.location) == (303, f"/materials/{street.material.id}")
    assert "looks at it first" in client.get(answer.location).text
    photo = fresh(draft)
    assert (photo.status, photo.alt, photo.children) == (PhotoStatus.HELD, SAID["alt"], False)
    assert photo.consent_at is not None
    assert queries.list_shown(machine) == []


def test_after_three_her_photos_are_seen_at_once(
    client: PageClient, street: Street, draft: Photo, machine: str
) -> None:
    for ink in ("navy", "teal", "olive"):
        photo_of(f"story:{ink}", street.amina, ink=ink)
    client.become(street.amina).send(f"/photos/{draft.id}/say", SAID)
    assert [photo.id for photo in queries.list_shown(machine)] == [draft.id]


def test_photos_of_staff_are_seen_at_once(client: PageClient, street: Street) -> None:
    draft = photo_of(f"space:{street.space.id}", street.dora, PhotoStatus.DRAFT)
    client.become(street.dora).send(f"/photos/{draft.id}/say", SAID)
    assert fresh(draft).status is PhotoStatus.SHOWN


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"alt": ""}, "Write a few words about what it shows."),
        ({"alt": "x" * 201}, "Use at most 200 letters."),
        ({"alt": "Ring 07700 900123"}, "leave phone numbers out"),
        ({"alt": "Our hall at 12 Bastable Avenue"}, "looks like the address of a home"),
        ({"who": ""}, "Choose who can be recognised."),
        ({"who": "everybody"}, "Choose who can be recognised."),
        ({"consent": ""}, "Tick this when everybody agrees."),
    ],
)
def test_what_is_missing(client: PageClient, street: Street, draft: Photo, change: dict[str, str], said: str) -> None:
    answer = client.become(street.amina).send(f"/photos/{draft.id}/say", SAID | change)
    assert answer.status_code == 422
    assert said in answer.text
    assert fresh(draft).status is PhotoStatus.DRAFT


def test_a_decoration_needs_no_words(client: PageClient, street: Street, draft: Photo) -> None:
    client.become(street.amina).send(f"/photos/{draft.id}/say", SAID | {"alt": "", "decorative": "y"})
    assert (fresh(draft).alt, fresh(draft).decorative) == ("", True)
    assert fresh(draft).status is PhotoStatus.HELD


def test_with_children_there_is_a_step_more(client: PageClient, street: Street, draft: Photo) -> None:
    client.become(street.amina)
    answer = client.send(f"/photos/{draft.id}/say", SAID | {"who": "children"})
    assert answer.location == f"/photos/{draft.id}/children"
    assert fresh(draft).status is PhotoStatus.DRAFT
    for half in ({}, {"parents": "y"}, {"no_names": "y"}):
        refused = client.send(f"/photos/{draft.id}/children", half)
        assert refused.status_code == 422
        assert fresh(draft).status is PhotoStatus.DRAFT
    done = client.send(f"/photos/{draft.id}/children", {"parents": "y", "no_names": "y"})
    assert done.status_code == 303
    assert (fresh(draft).status, fresh(draft).children) == (PhotoStatus.HELD, True)


def test_photos_with_children_wait_even_when_staff_sends_them(client: PageClient, street: Street) -> None:
    draft = photo_of(f"space:{street.space.id}", street.dora, PhotoStatus.DRAFT)
    client.become(street.dora).send(f"/photos/{draft.id}/say", SAID | {"who": "children"})
    client.send(f"/photos/{draft.id}/children", {"parents": "y", "no_names": "y"})
    assert fresh(draft).status is PhotoStatus.HELD


def test_no_children_after_all(client: PageClient, street: Street, draft: Photo) -> None:
    client.become(street.amina).send(f"/photos/{draft.id}/say", SAID | {"who": "children"})
    page = client.get(f"/photos/{draft.id}/say").text
    assert SAID["alt"] in page
    client.send(f"/photos/{draft.id}/say", SAID)
    assert (fresh(draft).status, fresh(draft).children) == (PhotoStatus.HELD, False)


def test_the_step_for_children_is_not_skipped_into(client: PageClient, street: Street, draft: Photo) -> None:
    answer = client.become(street.amina).get(f"/photos/{draft.id}/children")
    assert (answer.status_code, answer.location) == (303, f"/photos/{draft.id}/say")


def test_said_twice_is_said_once(client: PageClient, street: Street, draft: Photo) -> None:
    client.become(street.amina)
    token = client.token(f"/photos/{draft.id}/say")
    for _press in range(2):
        answer = client.post(f"/photos/{draft.id}/say", data=SAID | {"csrf_token": token})
        assert answer.status_code == 303
    assert answer.location == f"/photos/{draft.id}"


@pytest.mark.parametrize("name", CAST)
def test_other_words(client: PageClient, street: Street, machine: str, name: str) -> None:
    """Whoever sent it, and staff."""
    photo = photo_of(machine, street.amina)
    answer = client.become(street.person(name)).get(f"/photos/{photo.id}/words")
    expected = {"amina": 200, "dora": 200, "gita": 200, "stranger": 303, "femi": 303}.get(name, 403)
    assert answer.status_code == expected
    if expected == 200:
        assert client.send(f"/photos/{photo.id}/words", {"alt": "A red house."}).status_code == 303
        assert fresh(photo).alt == "A red house."
        assert client.send(f"/photos/{photo.id}/words", {"alt": ""}).status_code == 422
