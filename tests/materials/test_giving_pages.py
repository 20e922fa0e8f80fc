"""Pages of what is given away: the listing, asking, choosing, handing over; each as each of the cast."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.core.mail import list_laid
from participate.materials.models import GiftAsk, Material
from participate.materials.queries import giving as queries
from participate.materials.service import giving as service
from participate.materials.words import Deal, GiftStatus
from participate.outbox import service as outbox
from tests.materials.build import build_material
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street

OVER = timedelta(days=2)
MINE = ("chidi", "dora", "gita")  # the giver, and the hub


@pytest.fixture
def pram(street: Street) -> Material:
    """Chidi gives three prams; neighbours may ask for a day."""
    made = build_material(
        street, deal=Deal.GIVE, name="Pram", how_many=3, asks_until=clock.now() + timedelta(days=1)
    )  # fmt: skip
    db.session.commit()
    return made


def ask(street: Street, pram: Material, *names: str) -> dict[str, int]:
    asks = {name: service.ask_gift(street.person(name).id, pram, 1, f"For {name}’s cousin") for name in names}  # type: ignore[union-attr]
    db.session.commit()
    return {name: each.id for name, each in asks.items()}


def status(ask_id: int) -> GiftStatus:
    db.session.rollback()
    return queries.get_gift_ask(ask_id).status


@pytest.mark.parametrize(("days", "until"), [("1", 3), ("3", 5), ("7", 9)])
def test_the_giver_says_how_long_and_who_chooses(street: Street, client: PageClient, days: str, until: int) -> None:
    said = {"deal": "give", "name": "Pram", "how_many": "1", "ward": str(street.ward.id)}
    client.become(street.chidi).send("/materials/new", said | {"give_days": days, "fair": "lot"})
    made = db.session.query(Material).order_by(Material.id.desc()).first()
    assert made is not None
    assert (made.asks_until, made.by_lot) == (datetime(2026, 7, until, 19, 0, tzinfo=UTC), True)
    page = client.get(f"/materials/{made.id}").text
    assert "Then lots are drawn." in page
    assert "You can ask until" in page


def test_a_time_that_somebody_relied_on_is_not_made_shorter(street: Street, client: PageClient, pram: Material) -> None:
    ask(street, pram, "amina")
    until = pram.asks_until
    said = {"deal": "give", "name": "Pram", "how_many": "3", "ward": str(street.ward.id)}
    path = f"/materials/{pram.id}/edit"
    client.become(street.chidi)
    for days in ("", "1"):
        client.send(path, said | {"give_days": days, "fair": "choose"})
        db.session.rollback()
        assert db.session.get_one(Material, pram.id).asks_until >= until  # type: ignore[operator]
    answer = client.send(path, said | {"deal": "lend"})
    assert answer.status_code == 422
    assert "Neighbours have asked for it already" in answer.text


@pytest.mark.parametrize("name", CAST)
def test_whoever_is_signed_in_asks_but_not_for_her_own(
    street: Street, client: PageClient, pram: Material, name: str
) -> None:
    path = f"/materials/{pram.id}/like"
    client.become(street.person(name))
    if name in ("stranger", "femi"):
        assert client.get(path).status_code == 303
        assert client.post(path, data={"units": "1"}).status_code in (400, 403)
        return
    answer = client.send(path, {"units": "2", "words": "For our second."})
    if name == "chidi":
        assert answer.status_code == 422
        assert "You give this away yourself." in answer.text
        return
    assert answer.headers["Location"] == f"/materials/{pram.id}"
    page = client.get(f"/materials/{pram.id}").text
    assert "You have asked." in page
    assert "One neighbour has asked so far." in page
    assert "Pram" in client.get("/gifts").text


@pytest.mark.parametrize("name", CAST)
def test_who_asked_is_for_the_giver_alone(street: Street, client: PageClient, pram: Material, name: str) -> None:
    ask(street, pram, "amina", "bilal")
    client.become(street.person(name))
    page = client.get(f"/materials/{pram.id}").text
    assert "2 neighbours have asked so far." in page
    for words in ("Bilal", "cousin"):
        assert words not in page
    answer = client.get(f"/materials/{pram.id}/askers")
    assert answer.status_code == 200 if name in MINE else answer.status_code in (303, 403, 404)
    assert ("For bilal’s cousin" in answer.text) is (name in MINE)


def test_the_giver_chooses_when_the_time_is_over(street: Street, client: PageClient, pram: Material) -> None:
    asks = ask(street, pram, "amina", "bilal", "dora")
    path = f"/materials/{pram.id}/askers"
    client.become(street.chidi)
    assert 'name="ask"' not in client.get(path).text
    with clock.stop_at(clock.now() + OVER):
        page = client.get(path).text
        assert page.count('name="ask"') == 3
        nobody = client.send(path, {"reply": "Saturday at 10"})
        assert nobody.status_code == 422
        assert "Saturday at 10" in nobody.text
        client.send(path, {"ask": [str(asks["amina"]), str(asks["dora"])], "reply": "Saturday at 10"})
        assert [status(asks[name]).value for name in asks] == ["chosen", "not_this_time", "chosen"]
        client.send(f"/gifts/{asks['amina']}/handed", page=path)
        client.send(f"/gifts/{asks['dora']}/missed", page=path)
        assert [status(asks[name]).value for name in asks] == ["handed", "not_this_time", "cancelled"]
    hers = client.become(street.amina).get(f"/materials/{pram.id}").text
    assert "You have it." in hers


def test_whoever_gets_it_reads_when_and_whoever_does_not_reads_kind_words(
    app: Flask, street: Street, client: PageClient, pram: Material
) -> None:
    asks = ask(street, pram, "amina", "bilal")
    with clock.stop_at(clock.now() + OVER):
        service.choose(street.chidi.id, pram, [asks["bilal"]], "Saturday at 10 at the Shop")
        db.session.commit()
        outbox.run_due()
        assert "Saturday at 10 at the Shop" in client.become(street.bilal).get(f"/materials/{pram.id}").text
        hers = client.become(street.amina).get(f"/materials/{pram.id}").text
        assert "It went to somebody else this time." in hers
        assert "Saturday at 10" not in hers
    laid = {each.to.split("@")[0]: each for each in list_laid(app.extensions["settings"].data / "letters")}
    assert "Saturday at 10 at the Shop" in laid["bilal"].body
    assert "It is not about you." in laid["amina"].body
    assert set(laid) == {"amina", "bilal"}


def test_lots_are_drawn_at_a_press_when_the_time_is_over(street: Street, client: PageClient, pram: Material) -> None:
    asks = ask(street, pram, "amina", "bilal")
    path = f"/materials/{pram.id}"
    client.become(street.chidi)
    assert client.send(f"{path}/draw", page=f"{path}/edit").status_code == 409
    with clock.stop_at(clock.now() + OVER):
        client.send(f"{path}/draw", page=f"{path}/askers")
    assert {status(each) for each in asks.values()} == {GiftStatus.CHOSEN}


@pytest.mark.parametrize("name", CAST)
def test_what_changes_an_asking_is_for_its_people(
    street: Street, client: PageClient, pram: Material, name: str
) -> None:
    number = ask(street, pram, "amina")["amina"]
    client.become(street.person(name))
    page = "/report/idea/1" if name in ("stranger", "femi") else "/materials/new"
    if name not in MINE:
        for verb in ("handed", "missed"):
            assert client.send(f"/gifts/{number}/{verb}", page=page).status_code in (403, 404)
        assert client.send(f"/materials/{pram.id}/draw", page=page).status_code in (403, 404)
    answer = client.send(f"/gifts/{number}/cancel", page=page)
    assert answer.status_code == 303 if name == "amina" else answer.status_code in (403, 404)
    assert status(number) is (GiftStatus.CANCELLED if name == "amina" else GiftStatus.ASKED)


@pytest.mark.parametrize(
    "typed", ["", "x" * 10_000, "\x00", "🍞" * 300, "\u202eRTL", "<script>alert(1)</script>", "-1", "07700 900123"]
)
def test_whatever_is_typed(street: Street, client: PageClient, pram: Material, typed: str) -> None:
    ask(street, pram, "amina")
    answer = client.become(street.bilal).send(f"/materials/{pram.id}/like", {"units": typed, "words": typed})
    assert answer.status_code in (303, 422)
    with clock.stop_at(clock.now() + OVER):
        chosen = client.become(street.chidi).send(f"/materials/{pram.id}/askers", {"ask": typed, "reply": typed})
    assert chosen.status_code == 422
    for page in (answer.text, chosen.text):
        assert "<script>alert" not in page


@pytest.mark.parametrize("deal", [Deal.LEND, Deal.WANT, Deal.TAKE])
def test_only_gifts_have_these_pages(street: Street, client: PageClient, deal: Deal) -> None:
    other = build_material(street, deal=deal, hub_id=street.hub.id)
    client.become(street.dora)
    for page in ("like", "askers"):
        assert client.get(f"/materials/{other.id}/{page}").status_code == 404


def test_a_hidden_one_cannot_be_asked_for(street: Street, client: PageClient, pram: Material) -> None:
    pram.hidden_at = clock.now()
    assert client.become(street.amina).get(f"/materials/{pram.id}/like").status_code == 404


def test_few_statements(street: Street, client: PageClient, pram: Material) -> None:
    ask(street, pram, "amina", "bilal", "dora", "gita")
    for name, path in (
        ("amina", f"/materials/{pram.id}"), ("chidi", f"/materials/{pram.id}/askers"), ("amina", "/gifts"),
    ):  # fmt: skip
        client.become(street.person(name))
        with count_statements() as counted:
            client.get(path)
        assert counted.number <= 14, (path, counted.number)
    assert db.session.query(GiftAsk).count() == 4
