"""What staff did by hand, as the matcher asks for it: by neighbourhood, for a person, and only while it holds."""

from datetime import timedelta

from participate.accounts import service as accounts
from participate.core import clock
from participate.core.db import db
from participate.matching.models import ByHand, Placing, Synonym
from participate.matching.queries.hands import Hands, hands_of
from participate.matching.service import not_for_me
from participate.matching.words import Because, Kind, Placed
from participate.places.models import Hub
from participate.profiles.words import PostingKind
from tests.matching.test_for_you import likes
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import Street


def put(*rows: Synonym | Placing | ByHand, maker: int | None = None, days: int = 7) -> None:
    for row in rows:
        row.last_day, row.made_at, row.made_by = clock.today() + timedelta(days=days), clock.now(), maker
        db.session.add(row)
        db.session.flush()


def test_what_holds_today(street: Street) -> None:
    hub, chidi = street.hub.id, street.chidi.id
    put(
        Synonym(hub_id=hub, words="allotment, veg patch"),
        Placing(hub_id=hub, subject="project:1", placed=Placed.FIRST),
        Placing(hub_id=hub, subject="project:2", placed=Placed.OUT),
        ByHand(person_id=chidi, subject="session:3"),
        ByHand(person_id=chidi, subject="session:4"),
        ByHand(person_id=street.bilal.id, subject="session:5"),
        maker=street.dora.id,
    )
    with count_statements() as counted:
        found = hands_of(street.ward.id, chidi)
    assert found == Hands(
        synonyms=(frozenset({"allotment", "veg patch"}),),
        pinned=frozenset({"project:1"}),
        hidden=frozenset({"project:2"}),
        by_hand=("session:4", "session:3"),
        from_whom={"session:4": "Dora", "session:3": "Dora"},
    )
    assert counted.number <= 3, counted.texts


def test_what_ended_or_is_over_or_is_another_hubs_does_not_hold(street: Street) -> None:
    other = Hub(name="Far shop", address="Far Road", ward_id=street.ward.id, square=1)
    db.session.add(other)
    db.session.flush()
    first = {"placed": Placed.FIRST}
    put(Placing(hub_id=street.hub.id, subject="project:1", **first), days=-1)
    put(Placing(hub_id=street.hub.id, subject="project:2", ended_at=clock.now(), **first))
    put(Placing(hub_id=other.id, subject="project:3", **first), Synonym(hub_id=other.id, words="a b, c d"))
    put(ByHand(person_id=street.chidi.id, subject="project:4"), days=-1)
    put(ByHand(person_id=street.chidi.id, subject="project:5", ended_at=clock.now()))
    assert hands_of(street.ward.id, street.chidi.id) == Hands()
    put(Placing(hub_id=street.hub.id, subject="project:6", **first), days=0)
    assert hands_of(street.ward.id, street.chidi.id).pinned == {"project:6"}


def test_for_a_stranger_without_a_place_the_words_of_all_hubs_hold(street: Street) -> None:
    put(
        Synonym(hub_id=street.hub.id, words="nosh, food"),
        Placing(hub_id=street.hub.id, subject="project:1", placed=Placed.OUT),
    )
    assert hands_of(None, None) == Hands(synonyms=(frozenset({"nosh", "food"}),))


def test_without_the_name_of_who_thought_of_it_it_is_the_hubs(street: Street) -> None:
    put(ByHand(person_id=street.chidi.id, subject="project:1"), maker=None)
    assert hands_of(street.ward.id, street.chidi.id).from_whom == {"project:1": ""}


def suggested(street: Street, client: PageClient, who: str = "chidi", path: str = "/for-you") -> str:
    """What somebody finds under For you."""
    return client.become(street.person(who)).get(path).text


def test_what_staff_think_of_comes_first_with_their_name(street: Street, client: PageClient) -> None:
    likes(street, "bilal", "baking bread")
    put(ByHand(person_id=street.chidi.id, subject=f"material:{street.material.id}"), maker=street.dora.id)
    page = suggested(street, client)
    assert "Dora at the hub thinks of you for this" in page
    assert page.index("Sewing machine") < page.index("Bilal")
    assert "Dora at the hub thinks" not in suggested(street, client, "bilal")
    assert "Sewing machine" not in suggested(street, client, path="/for-you?kind=person")


def test_nor_does_it_show_what_is_of_somebody_she_never_meets(street: Street, client: PageClient) -> None:
    put(ByHand(person_id=street.chidi.id, subject=f"material:{street.material.id}"), maker=street.dora.id)
    accounts.set_apart(street.chidi.id, street.chidi.id, street.amina.id)
    assert "Sewing machine" not in suggested(street, client)


def test_the_name_of_somebody_she_never_meets_is_not_told(street: Street, client: PageClient) -> None:
    put(ByHand(person_id=street.chidi.id, subject=f"material:{street.material.id}"), maker=street.dora.id)
    accounts.set_apart(street.chidi.id, street.chidi.id, street.dora.id)
    page = suggested(street, client)
    assert "The hub thinks of you for this" in page
    assert "Dora" not in page


def test_a_no_takes_it_away(street: Street, client: PageClient) -> None:
    put(ByHand(person_id=street.chidi.id, subject=f"material:{street.material.id}"), maker=street.dora.id)
    not_for_me(street.chidi.id, Kind.MATERIAL, street.material.id, Because.NOT_MY_THING)
    assert "thinks of you" not in suggested(street, client)


def test_what_stands_first_and_what_is_left_out(street: Street, client: PageClient) -> None:
    likes(street, "chidi", "kitchen ovens, and mending coats", PostingKind.SKILL)
    page = suggested(street, client)
    kinds = {f'href="/projects/{street.project.id}"': "project", f'href="/spaces/{street.space.id}"': "space"}
    first, later = sorted(kinds, key=page.index)
    subject = f"{kinds[later]}:{later.rpartition('/')[2].rstrip(chr(34))}"
    put(Placing(hub_id=street.hub.id, subject=subject, placed=Placed.FIRST))
    page = suggested(street, client)
    assert page.index(later) < page.index(first)
    db.session.query(Placing).update({"placed": Placed.OUT})
    page = suggested(street, client)
    assert first in page
    assert later not in page


def test_who_writes_one_of_the_same_words_finds_the_other(street: Street, client: PageClient) -> None:
    likes(street, "bilal", "stitchery")
    assert "Sewing machine" not in suggested(street, client, "bilal")
    put(Synonym(hub_id=street.hub.id, words="sewing, stitchery"))
    page = suggested(street, client, "bilal")
    assert "Sewing machine" in page
    assert "You said <mark>stitchery</mark>" in page
    assert "Sewing machine" in suggested(street, client, path="/find?say=stitchery")
