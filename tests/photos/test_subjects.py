"""Photos on the pages of spaces, things and stories, and on their cards. Every page is whole without any."""

import pytest

from participate.core.db import db
from participate.materials import service as materials
from participate.photos import queries
from participate.photos.models import Photo
from participate.photos.words import PhotoStatus
from participate.spaces import service as spaces
from participate.stories import service as stories
from participate.stories.models import Story
from tests.look_at import Element, Looked
from tests.page import PageClient
from tests.photos.making import photo_of
from tests.statements import count_statements
from tests.stories.making import SAID
from tests.street import Street

KINDS = ("space", "material", "story")
LISTS = {"space": "/spaces", "material": "/materials", "story": "/stories"}


@pytest.fixture
def story(street: Street) -> Story:
    """Chidi’s story of the project."""
    told = stories.tell_of_project(street.chidi.id, street.project, stories.StoryFacts(**SAID))
    db.session.commit()
    return told


@pytest.fixture
def things(street: Street, story: Story) -> dict[str, tuple[str, str]]:
    """Kind → its subject and the address of its page."""
    ids = {"space": street.space.id, "material": street.material.id, "story": story.id}
    return {kind: (f"{kind}:{number}", f"{LISTS[kind]}/{number}") for kind, number in ids.items()}


def pictures(html: str) -> list[Element]:
    return Looked(html).elements("img")


@pytest.mark.parametrize("kind", KINDS)
def test_on_its_page(client: PageClient, street: Street, things: dict[str, tuple[str, str]], kind: str) -> None:
    subject, page = things[kind]
    assert pictures(client.get(page).text) == []
    photo = photo_of(subject, street.dora)
    (shown,) = pictures(client.get(page).text)
    assert shown.attrs["src"] == f"/photos/{photo.name}/small"
    assert shown.attrs["alt"] == "A house with a door."
    assert (shown.attrs["width"], shown.attrs["height"]) == ("320", "240")
    assert shown.attrs["loading"] == "lazy"
    assert f"/photos/{photo.id}/take-down" in client.get(page).text


@pytest.mark.parametrize("kind", KINDS)
def test_on_its_card(client: PageClient, street: Street, things: dict[str, tuple[str, str]], kind: str) -> None:
    subject, _page = things[kind]
    assert pictures(client.get(LISTS[kind]).text) == []
    first = photo_of(subject, street.dora)
    photo_of(subject, street.dora, ink="navy")
    (shown,) = pictures(client.get(LISTS[kind]).text)
    assert shown.attrs["src"] == f"/photos/{first.name}/tile"
    assert shown.attrs["alt"] == "", "the card says in words what it is"
    assert shown.attrs["width"] == shown.attrs["height"] == "192"


@pytest.mark.parametrize("status", [PhotoStatus.HELD, PhotoStatus.DRAFT, PhotoStatus.TAKEN_DOWN])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_seen_yet(
    client: PageClient, street: Street, things: dict[str, tuple[str, str]], kind: str, status: PhotoStatus
) -> None:
    subject, page = things[kind]
    photo_of(subject, street.dora, status)
    for path in (page, LISTS[kind]):
        assert pictures(client.get(path).text) == []
    own = client.become(street.dora).get(page).text
    assert ("1 photo is not shown yet" in own) is (status is PhotoStatus.HELD)


@pytest.mark.parametrize(("kind", "name"), [("space", "dora"), ("material", "amina"), ("story", "chidi")])
def test_who_is_asked_for_photos(
    client: PageClient, street: Street, things: dict[str, tuple[str, str]], kind: str, name: str
) -> None:
    subject, page = things[kind]
    add = "/photos/add/" + subject.replace(":", "/")
    assert add in client.become(street.person(name)).get(page).text
    assert client.get(add).status_code == 200
    for other in ("bilal", "efua", "stranger"):
        assert add not in client.become(street.person(other)).get(page).text


@pytest.mark.parametrize("kind", KINDS)
def test_what_goes_takes_its_photos_along(
    street: Street, story: Story, things: dict[str, tuple[str, str]], kind: str
) -> None:
    """The next thing may get the same number: it must not come with a stranger’s photos."""
    subject, _page = things[kind]
    for status in (PhotoStatus.SHOWN, PhotoStatus.HELD):
        photo_of(subject, street.dora, status, ink={"shown": "navy", "held": "teal"}[status.value])
    other = photo_of("space:77", street.dora, ink="olive")
    if kind == "space":
        spaces.remove(street.dora.id, street.space)
    elif kind == "material":
        materials.remove(street.amina.id, street.material)
    else:
        stories.remove(street.chidi.id, story)
    db.session.commit()
    assert [photo.id for photo in Photo.query.all()] == [other.id]


def test_the_first_of_many_in_one_statement(street: Street) -> None:
    subjects = [f"space:{number}" for number in range(1, 30)]
    for subject in subjects[:3]:
        photo_of(subject, street.dora, ink="navy")
        photo_of(subject, street.dora, ink="teal")
    with count_statements() as counted:
        found = queries.first_of(subjects)
    assert counted.number == 1
    assert sorted(found) == subjects[:3]
    assert all(found[subject].subject == subject for subject in found)
    with count_statements() as counted:
        assert queries.first_of([]) == {}
    assert counted.number == 0


@pytest.mark.parametrize("kind", KINDS)
def test_pages_with_photos_stay_cheap(
    client: PageClient, street: Street, things: dict[str, tuple[str, str]], kind: str
) -> None:
    subject, page = things[kind]
    photo_of(subject, street.dora)
    for path in (page, LISTS[kind]):
        client.get(path)
        with count_statements() as counted:
            client.get(path)
        assert counted.number <= 12, counted.texts
