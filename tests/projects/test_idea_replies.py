"""What neighbours say to an idea: said, changed, taken back, answered, hidden; told once when it grows."""

import pytest

from participate.accounts.words import PersonStatus
from participate.audit import queries as audit
from participate.core.db import db
from participate.outbox.models import Promise
from participate.projects import queries, service
from participate.projects.models import IdeaReply
from participate.projects.words import IdeaStatus, ReplyKind
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street


def say(street: Street, name: str = "bilal", kind: ReplyKind = ReplyKind.WORRY, words: str = "The wind") -> IdeaReply:
    """One of the cast says something to Chidi's idea."""
    reply = service.add_reply(street.person(name), street.idea, kind, words)  # type: ignore[arg-type]
    db.session.commit()
    return reply


def page_of(street: Street, client: PageClient, name: str = "stranger") -> str:
    return client.become(street.person(name)).get(f"/ideas/{street.idea.id}").text


def letters(name: str) -> list[Promise]:
    return [each for each in db.session.query(Promise) if each.payload.get("name") == name]


@pytest.mark.parametrize("name", CAST)
def test_who_may_say_something(street: Street, client: PageClient, name: str) -> None:
    path = f"/ideas/{street.idea.id}/replies/new"
    page = page_of(street, client, name)
    answer = client.get(f"{path}?kind=worry")
    if name in ("stranger", "femi"):
        assert path in page, "the button is there and leads through signing in"
        assert answer.headers["Location"] == "/sign-in"
        with client.session_transaction() as kept:
            assert kept["then"] == f"{path}?kind=worry", "and back"
        assert client.post(path, data={"kind": "join"}).status_code in (400, 403)
    elif name == "chidi":
        assert path not in page
        assert answer.status_code == 403
        assert client.send(path, {"kind": "join"}, page="/ideas/new").status_code == 403
    else:
        assert path in page
        assert answer.status_code == 200
        assert 'value="worry" checked' in answer.text
        sent = client.send(path, {"kind": "differently", "words": "By the school"})
        assert sent.headers["Location"] == f"/ideas/{street.idea.id}"
        assert db.session.query(IdeaReply).one().person_id == street.person(name).id  # type: ignore[union-attr]


def test_it_stands_with_a_first_name(street: Street, client: PageClient) -> None:
    client.become(street.bilal).send(f"/ideas/{street.idea.id}/replies/new", {"kind": "join", "words": ""})
    say(street, "amina", ReplyKind.DIFFERENTLY, "By the school")
    page = page_of(street, client)
    for words in ("Bilal</bdi>: I’d join", "Amina</bdi>: I’d do it differently", "“By the school”"):
        assert words in page
    assert "Bilal and Amina added to it." in page
    for words in ("Sheikh", "Rahman"):
        assert words not in page


def test_its_author_hears_of_it_once(street: Street) -> None:
    reply = say(street)
    (told,) = letters("idea_reply")
    assert (told.payload["person_id"], told.payload["facts"]["by"]) == (street.chidi.id, "Bilal")
    assert [row.verb for row in audit.list_of("idea_reply", reply.id)] == ["made"]


def test_the_hub_hears_where_there_is_no_author(street: Street) -> None:
    street.idea.author_id = None
    say(street)
    (told,) = letters("idea_reply")
    assert (told.payload["person_id"], told.payload["facts"]["own"]) == (street.dora.id, False)


def test_one_join_a_person(street: Street, client: PageClient) -> None:
    path = f"/ideas/{street.idea.id}/replies/new"
    client.become(street.bilal).send(path, {"kind": "join"})
    again = client.send(path, {"kind": "join"})
    assert again.status_code == 422
    assert "You have said “I’d join” already." in again.text
    assert db.session.query(IdeaReply).count() == 1
    assert "kind=join" not in client.get(f"/ideas/{street.idea.id}").text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "worry", "words": ""}, "Write in a sentence what you mean."),
        ({"kind": "differently"}, "Write in a sentence what you mean."),
        ({"kind": "love", "words": "x"}, "Choose one."),
        ({"kind": "", "words": "x"}, "Choose one."),
        ({"kind": "worry", "words": "x" * 401}, "one too many"),
        ({"kind": "worry", "words": "x" * 10_000}, "too many"),
        ({"kind": "worry", "words": "a\x00b"}, "cannot be shown"),
        ({"kind": "worry", "words": "Ring 07700 900123"}, "leave phone numbers out"),
    ],
)
def test_what_is_wrong_is_said(street: Street, client: PageClient, given: dict[str, str], said: str) -> None:
    answer = client.become(street.bilal).send(f"/ideas/{street.idea.id}/replies/new", given)
    assert answer.status_code == 422
    assert said in answer.text
    assert db.session.query(IdeaReply).count() == 0


@pytest.mark.parametrize("typed", ["🎷 jeden Tag", "طبخ مع الجيران", "<script>alert(1)</script>"])
def test_words_of_every_kind(street: Street, client: PageClient, typed: str) -> None:
    client.become(street.bilal).send(f"/ideas/{street.idea.id}/replies/new", {"kind": "worry", "words": typed})
    assert db.session.query(IdeaReply).one().words == typed
    assert "<script>alert" not in page_of(street, client)


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("what", ["edit", "remove"])
def test_only_its_writer_changes_it(street: Street, client: PageClient, name: str, what: str) -> None:
    path = f"/ideas/{street.idea.id}/replies/{say(street).id}/{what}"
    answer = client.become(street.person(name)).get(path)
    assert answer.status_code == {"stranger": 303, "femi": 303, "bilal": 200}.get(name, 403)
    if name == "bilal":
        client.send(path, {"kind": "worry", "words": "The rain"})
        kept = db.session.query(IdeaReply).all()
        assert [each.words for each in kept] == (["The rain"] if what == "edit" else [])


def test_other_words_lose_the_answer_to_the_old(street: Street) -> None:
    reply = say(street)
    service.answer_reply(street.chidi.id, reply, "We build a roof.")
    service.change_reply(street.bilal.id, reply, "The wind")
    assert reply.answer == "We build a roof.", "nothing changed"
    service.change_reply(street.bilal.id, reply, "The rain")
    assert (reply.answer, reply.answered_by, reply.answered_at) == ("", None, None)


@pytest.mark.parametrize("name", CAST)
def test_who_answers(street: Street, client: PageClient, name: str) -> None:
    reply = say(street)
    path = f"/ideas/{street.idea.id}/replies/{reply.id}/answer"
    page = page_of(street, client, name)
    may = name in ("chidi", "dora", "gita")
    assert (path in page) is may
    answer = client.get(path)
    assert answer.status_code == (200 if may else 303 if name in ("stranger", "femi") else 403)
    if may:
        assert client.send(path, {"words": ""}).status_code == 422
        client.send(path, {"words": "We build a roof."})
        assert "We build a roof." in page_of(street, client)


def test_an_answer_is_told_once(street: Street) -> None:
    reply = say(street)
    service.answer_reply(street.chidi.id, reply, "We build a roof.")
    service.answer_reply(street.dora.id, reply, "And a wall.")
    (told,) = letters("idea_reply_answered")
    assert told.payload["person_id"] == street.bilal.id


@pytest.mark.parametrize("name", CAST)
def test_a_hidden_one(street: Street, client: PageClient, name: str) -> None:
    reply = say(street)
    service.hide(street.dora.id, reply, "unkind")
    page = page_of(street, client, name)
    assert ("The wind" in page) is (name in ("bilal", "dora", "gita"))
    assert "added to it" not in page
    path = f"/ideas/{street.idea.id}/replies/{reply.id}"
    assert client.get(f"{path}/answer").status_code != 200
    service.restore(street.dora.id, reply)
    assert "The wind" in page_of(street, client)


def test_whoever_is_suspended_is_not_read(street: Street, client: PageClient) -> None:
    say(street)
    street.bilal.status = PersonStatus.SUSPENDED
    db.session.commit()
    assert "The wind" not in page_of(street, client)


@pytest.mark.parametrize("status", [IdeaStatus.CLOSED, IdeaStatus.PROJECT])
def test_what_is_over_takes_no_more(street: Street, client: PageClient, status: IdeaStatus) -> None:
    reply = say(street)
    street.idea.status = status
    db.session.commit()
    path = f"/ideas/{street.idea.id}/replies"
    assert f"{path}/new" not in page_of(street, client, "amina")
    assert client.get(f"{path}/new").status_code == 409
    changed = client.become(street.bilal).send(f"{path}/{reply.id}/edit", {"kind": "worry", "words": "x"})
    assert changed.status_code == 422
    client.send(f"{path}/{reply.id}/remove")
    assert db.session.query(IdeaReply).count() == 0, "taken back at any time"


@pytest.mark.parametrize("path", ["0", "999", "99999999999999999999", "abc"])
def test_no_such_reply(street: Street, client: PageClient, path: str) -> None:
    client.become(street.bilal)
    for what in ("edit", "remove", "answer"):
        assert client.get(f"/ideas/{street.idea.id}/replies/{path}/{what}").status_code == 404
    reply = say(street)
    assert client.get(f"/ideas/999/replies/{reply.id}/edit").status_code == 404


def test_who_would_join_is_told_once_and_thanked(street: Street, client: PageClient) -> None:
    say(street, "bilal", ReplyKind.JOIN, "")
    say(street, "amina", ReplyKind.JOIN, "")
    hidden = say(street, "gita", ReplyKind.JOIN, "")
    say(street, "efua", ReplyKind.WORRY, "The wind")
    service.hide(street.dora.id, hidden, "x")
    data = {"name": "Bench Team", "about": "We build a bench.", "theme": "make", "ward": str(street.ward.id)}
    client.become(street.chidi).send(f"/ideas/{street.idea.id}/start", data)
    told = letters("idea_grown")
    assert sorted(each.payload["person_id"] for each in told) == sorted([street.bilal.id, street.amina.id])
    project = queries.find_card_of_idea(street.idea.id)
    assert project is not None
    page = client.become(None).get(f"/projects/{project.id}").text
    assert "Chidi’s idea; Bilal, Amina and Efua added to it." in page
    service.hide(street.dora.id, street.idea, "x")
    assert "Chidi’s idea" not in client.get(f"/projects/{project.id}").text


def test_the_next_step_is_said_by_whoever_answers(street: Street, client: PageClient) -> None:
    given = {"words": "Lovely.", "next_step": "Come on Friday at 2pm"}
    client.become(street.dora).send(f"/ideas/{street.idea.id}/answer", given)
    page = page_of(street, client)
    assert "Next: <bdi>Come on Friday at 2pm</bdi>" in page
    assert 'value="Come on Friday at 2pm"' in client.become(street.dora).get(f"/ideas/{street.idea.id}/answer").text


def test_not_without_end(street: Street, client: PageClient) -> None:
    for number in range(5):
        say(street, "bilal", ReplyKind.WORRY, f"Worry {number}")
    path = f"/ideas/{street.idea.id}/replies/new"
    answer = client.become(street.bilal).send(path, {"kind": "worry", "words": "More"})
    assert "You have said 5 things" in answer.text


def test_few_statements(street: Street, client: PageClient) -> None:
    for name in ("amina", "bilal", "dora", "efua", "gita"):
        for number in range(3):
            say(street, name, ReplyKind.DIFFERENTLY, f"{name} {number}")
    client.become(street.chidi).get(f"/ideas/{street.idea.id}")
    with count_statements() as counted:
        client.get(f"/ideas/{street.idea.id}")
    assert counted.number <= 12, counted.texts
