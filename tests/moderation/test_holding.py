"""First posts, and words with a number or a link in them, wait for a look; their author sees where they stand."""

from dataclasses import replace

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.core.words import ASIDE, HELD
from participate.moderation import service, things
from participate.moderation.models import Report
from participate.moderation.words import Choice, Origin, ReportReason, ReportStatus, Urgency
from participate.organisations.rules import Spot
from participate.outbox.models import Promise
from participate.profiles.words import Theme
from participate.projects.models import IdeaReply
from participate.projects.service import ProjectFacts, start_project
from participate.projects.words import NeedKind, ReplyKind
from tests.moderation.build import DESPAIR, NUMBER, PLAIN, newcomer, newest_idea, post_idea
from tests.page import PageClient
from tests.street import Street


def held() -> list[Report]:
    return db.session.query(Report).filter_by(origin=Origin.HELD).order_by(Report.id).all()


def let_through(street: Street, report: Report) -> None:
    service.decide(street.dora.id, report, Choice.KEEP, "A good thought.")
    db.session.commit()


def sent(letter: str) -> list[int]:
    """Whom letters wait for."""
    waiting = db.session.query(Promise).filter(Promise.done_at.is_(None))
    return [each.payload["person_id"] for each in waiting if each.payload.get("name") == letter]


def test_a_first_post_is_seen_by_its_author_and_staff_only(app: Flask, street: Street, client: PageClient) -> None:
    client.become(newcomer(street))
    idea = post_idea(client, PLAIN)
    assert idea.hidden_because == HELD
    own = client.get(f"/ideas/{idea.id}").text
    assert "We are having a quick look first. Only you see it until then." in own
    assert "as you are new here" in own, "said on the next page too"
    for who in ("stranger", "chidi", "amina"):
        assert app.test_client().become(street.person(who)).get(f"/ideas/{idea.id}").status_code == 404
        assert PLAIN not in app.test_client().get("/ideas").text
    [row] = held()
    assert (row.status, row.found, row.urgency) == (ReportStatus.OPEN, "", Urgency.SOON)
    assert row.author_id == idea.author_id
    assert row.reporter_id is None


def test_let_through_it_is_there_for_everybody(app: Flask, street: Street, client: PageClient) -> None:
    client.become(newcomer(street))
    idea = post_idea(client, PLAIN)
    let_through(street, held()[0])
    assert newest_idea().hidden_at is None
    assert app.test_client().get(f"/ideas/{idea.id}").status_code == 200
    assert "everybody can see it." in client.get("/where-it-stands").text


def test_after_three_that_were_let_through_nothing_waits(street: Street, client: PageClient) -> None:
    client.become(newcomer(street))
    for number in range(3):
        assert post_idea(client, f"{PLAIN} {number}").hidden_because == HELD
        let_through(street, held()[-1])
    assert post_idea(client, "A fourth one").hidden_at is None
    assert len(held()) == 3


@pytest.mark.parametrize(("days", "waits"), [(29, True), (30, False), (365, False)])
def test_new_is_thirty_days(street: Street, client: PageClient, days: int, waits: bool) -> None:
    client.become(newcomer(street, days))
    assert (post_idea(client, PLAIN).hidden_because == HELD) is waits


def test_a_site_may_hold_no_first_posts(app: Flask, street: Street, client: PageClient) -> None:
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, hold_first_posts=0)
    try:
        client.become(newcomer(street))
        assert post_idea(client, PLAIN).hidden_at is None
    finally:
        app.extensions["settings"] = settings


@pytest.mark.parametrize("who", ["dora", "gita"])
def test_what_staff_write_is_not_held(street: Street, client: PageClient, who: str) -> None:
    street.person(who).joined_at = clock.now()  # type: ignore[union-attr]
    assert post_idea(client.become(street.person(who)), NUMBER).hidden_at is None
    assert held() == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (NUMBER, "phone"), ("Write to jo at gmail dot com", "email"), ("It is in RM 8 2 AB", "postcode"),
        ("Come to 12 Bastable Avenue", "address"), ("Sort code 12-34-56 account 12345678", "bank"),
        ("See https://example.com", "link"), ("I know where you live", "harm"),
    ],
)  # fmt: skip
def test_what_is_found_waits_whoever_wrote_it(street: Street, client: PageClient, words: str, found: str) -> None:
    idea = post_idea(client.become(street.amina), words)
    assert idea.hidden_because == HELD
    [row] = held()
    assert found in row.found.split()
    assert row.urgency is (Urgency.NOW if found == "harm" else Urgency.SOON)
    assert "Take it out, and it is shown" in client.get(f"/ideas/{idea.id}").text


def test_taken_out_it_is_shown_at_once_and_put_in_it_waits(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    idea = post_idea(client, NUMBER)
    client.send(f"/ideas/{idea.id}/edit", {"words": PLAIN})
    assert newest_idea().hidden_at is None
    assert [row.status for row in held()] == [ReportStatus.KEPT]
    client.send(f"/ideas/{idea.id}/edit", {"words": NUMBER})
    assert newest_idea().hidden_because == HELD
    assert [row.status for row in held()] == [ReportStatus.KEPT, ReportStatus.OPEN]


def test_what_staff_let_stand_is_not_asked_again(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    idea = post_idea(client, "The library says more: www.example.org")
    let_through(street, held()[0])
    client.send(f"/ideas/{idea.id}/edit", {"words": "The library says more, look: www.example.org"})
    assert newest_idea().hidden_at is None
    client.send(f"/ideas/{idea.id}/edit", {"words": "The library says more: www.example.net"})
    assert newest_idea().hidden_because == HELD


def test_a_change_of_what_stands_is_no_first_post(street: Street, client: PageClient) -> None:
    zara = newcomer(street)
    client.become(zara)
    idea = post_idea(client, PLAIN)
    let_through(street, held()[0])
    client.send(f"/ideas/{idea.id}/edit", {"words": "Could we paint it blue?"})
    assert newest_idea().hidden_at is None


def test_a_letter_about_held_words_is_not_sent(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    client.send(f"/ideas/{street.idea.id}/replies/new", {"kind": "worry", "words": NUMBER})
    page = client.get(f"/ideas/{street.idea.id}").text
    assert "Not shown to others just now" in page
    assert "It stands on the page" not in page
    assert db.session.query(IdeaReply).one().hidden_because == HELD
    assert sent("idea_reply") == []
    let_through(street, held()[0])
    assert sent("idea_reply") == [street.chidi.id], "released, it goes"


def test_a_letter_that_waits_is_taken_back_with_what_it_shows(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    client.send(f"/ideas/{street.idea.id}/replies/new", {"kind": "worry", "words": "The wind there"})
    reply = db.session.query(IdeaReply).one()
    assert sent("idea_reply") == [street.chidi.id]
    told = service.report(street.bilal.id, things.get("idea_reply", reply.id), ReportReason.UNKIND, "")
    service.decide(street.dora.id, told, Choice.HIDE, "Not kind.")
    db.session.commit()
    assert sent("idea_reply") == []


def test_a_tap_holds_nothing(street: Street, client: PageClient) -> None:
    client.become(newcomer(street))
    client.send(f"/ideas/{street.idea.id}/replies/new", {"kind": "join", "words": ""})
    assert db.session.query(IdeaReply).filter_by(kind=ReplyKind.JOIN).one().hidden_at is None


def test_despair_opens_help_and_tells_nobody(app: Flask, street: Street, client: PageClient) -> None:
    client.become(street.amina)
    answer = client.send("/ideas/new", {"words": DESPAIR})
    idea = newest_idea()
    assert answer.location == f"/help-first/idea/{idea.id}"
    assert idea.hidden_because == ASIDE
    assert held() == [], "nobody looks before she says so"
    page = client.get(answer.location).text
    assert "116 123" in page
    assert "999" in page
    assert DESPAIR not in page
    assert app.test_client().get(f"/ideas/{idea.id}").status_code == 404
    assert client.send(answer.location, {"what": "look"}).location == f"/ideas/{idea.id}"
    assert newest_idea().hidden_because == HELD
    assert [row.found for row in held()] == [""], "what the house thought stands nowhere"
    client.send(answer.location, {"what": "show"}, page="/ideas/new")
    assert newest_idea().hidden_because == HELD, "now somebody at the hub has it"


def test_all_is_well_shows_it(app: Flask, street: Street, client: PageClient) -> None:
    client.become(street.amina)
    path = client.send("/ideas/new", {"words": DESPAIR}).location
    client.send(path, {"what": "nonsense"})
    assert newest_idea().hidden_because == ASIDE
    client.send(path, {"what": "show"})
    assert newest_idea().hidden_at is None
    assert held() == []


def test_other_words_are_shown_at_once(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    client.send("/ideas/new", {"words": DESPAIR})
    client.send(f"/ideas/{newest_idea().id}/edit", {"words": PLAIN})
    assert newest_idea().hidden_at is None


def test_words_that_only_she_sees_open_help_too_and_go_on(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    answer = client.send("/mine/words", {"words": "I like bread. My dad hits me", "kind": "interest"})
    assert answer.location
    assert answer.location.startswith("/help-first/posting/"), answer.location
    assert "We tell nobody about them." in client.get(answer.location).text
    assert held() == []


@pytest.mark.parametrize("who", ["stranger", "bilal", "chidi", "dora", "efua", "femi", "gita"])
def test_nobody_else_opens_her_help(app: Flask, street: Street, client: PageClient, who: str) -> None:
    path = client.become(street.amina).send("/ideas/new", {"words": DESPAIR}).location
    answer = app.test_client().become(street.person(who)).get(path)
    assert answer.status_code == (303 if who in ("stranger", "femi") else 404)


def test_a_need_waits_with_its_project(street: Street) -> None:
    zara = newcomer(street)
    facts = ProjectFacts(name="Bench club", about="We paint benches.", theme=Theme.MAKE)
    project = start_project(zara.id, zara, facts, Spot(street.ward.id, None), [(NeedKind.PERSON, "A tall neighbour")])
    assert project.hidden_because == HELD
    assert [need.hidden_at for need in project.needs] == [None]
    assert [row.kind for row in held()] == ["project"]
    let_through(street, held()[0])
    assert project.hidden_at is None
