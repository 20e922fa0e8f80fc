"""The pages: who may see them, what they say and never say, and bad input."""

import pytest
from flask.testing import FlaskClient

from participate.accounts import service as accounts
from participate.core import clock
from participate.core.db import db
from participate.introductions import queries, service
from participate.introductions.rules import QUIET
from participate.introductions.words import IntroductionStatus, Said
from tests.introductions.build import again, asked, hosted, likes, opened, over
from tests.statements import count_statements
from tests.street import CAST, Street, person

MEMBERS = ("amina", "bilal", "chidi", "dora", "efua", "gita")


def press(client: FlaskClient, path: str, button: str, **data: str) -> str:
    """Press a button on the page of an introduction, and read where it leads."""
    return client.get(client.send(f"{path}/{button}", data, path).headers["Location"]).text


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("path", ["/introductions", "/introductions?hosted=1", "/introductions?page=9"])
def test_my_introductions_are_for_whoever_signed_in(client: FlaskClient, street: Street, who: str, path: str) -> None:
    expected = 200 if who in MEMBERS else 303
    assert client.become(street.person(who)).get(path).status_code == expected


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("stands", ["asked", "open", "over", "hosted"])
def test_one_is_for_its_people_alone(client: FlaskClient, street: Street, who: str, stands: str) -> None:
    if stands == "hosted":
        made, own = hosted(street), ("amina", "bilal", "chidi")
    else:
        made, own = (opened if stands == "open" else asked)(street.amina, street.chidi), ("amina", "chidi")
    if stands == "over":
        over(made)
    status = client.become(street.person(who)).get(f"/introductions/{made.id}").status_code
    assert status == (200 if who in own else 404 if who in MEMBERS else 303)


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("press", ["answer", "write", "leave", "mute", "met"])
def test_nobody_else_presses(client: FlaskClient, street: Street, who: str, press: str) -> None:
    made = opened(street.amina, street.chidi)
    data = {"said": "yes", "words": "Hello"}
    client.become(street.person(who))
    token = client.token(f"/report/project/{street.project.id}")
    answer = client.post(f"/introductions/{made.id}/{press}", data=data | {"csrf_token": token})
    own = {"answer": 409}.get(press, 303)
    assert answer.status_code == (own if who in ("amina", "chidi") else 404 if who in MEMBERS else 403)


def test_before_both_said_yes_no_page_and_no_address_names_anybody(client: FlaskClient, street: Street) -> None:
    made = asked(street.amina, street.chidi, f"session:{street.session.id}")
    for who, other in (("amina", "Chidi"), ("chidi", "Amina Rahman")):
        client.become(street.person(who))
        for path in ("/introductions", f"/introductions/{made.id}"):
            text = client.get(path).text
            assert "baking bread" in text
            assert other not in text
    assert "Amina" not in client.become(street.chidi).get(f"/introductions/{made.id}").text


def test_the_card_of_a_neighbour_leads_to_asking(client: FlaskClient, street: Street) -> None:
    likes(street.amina)
    page = client.become(street.chidi).get("/for-you?kind=person").text
    path = f"/introductions/new/{street.amina.id}"
    assert f'href="{path}"' in page
    asking = client.get(path).text
    assert "You share: baking bread." in asking
    assert "A no is fine" in asking
    answer = client.send(path, {"minutes": "60", "meet_at": f"hub:{street.hub.id}"})
    assert answer.status_code == 303
    made = queries.find_between(street.chidi.id, street.amina.id)
    assert made is not None
    assert (made.words, made.minutes, made.meet_at) == ("baking bread", 60, f"hub:{street.hub.id}")
    assert client.get(path).headers["Location"] == f"/introductions/{made.id}"


@pytest.mark.parametrize("who", CAST)
def test_only_a_suggested_neighbour_can_be_asked(client: FlaskClient, street: Street, who: str) -> None:
    client.become(street.person(who))
    answer = client.get(f"/introductions/new/{street.bilal.id}")
    assert answer.status_code == (200 if who in MEMBERS else 303)
    if who in MEMBERS:
        nobody = client.get("/introductions/new/4000")
        assert nobody.text == answer.text  # a person who shares nothing is as if she were not there
        assert "Say first what you like" in answer.text


@pytest.mark.parametrize("way", ["hers", "mine"])
def test_somebody_kept_apart_is_as_if_not_there(client: FlaskClient, street: Street, way: str) -> None:
    likes(street.amina)
    pair = (street.amina.id, street.chidi.id)
    first, second = pair if way == "hers" else pair[::-1]
    accounts.set_apart(first, first, second)
    client.become(street.chidi)
    assert client.get(f"/introductions/new/{street.amina.id}").text == client.get("/introductions/new/4000").text


def test_who_looks_at_the_card_of_the_one_who_asks_her_is_not_told(client: FlaskClient, street: Street) -> None:
    likes(street.amina)
    made = asked(street.amina, street.chidi)
    page = client.become(street.chidi).get(f"/introductions/new/{street.amina.id}")
    assert page.status_code == 200
    assert f"/introductions/{made.id}" not in page.text
    client.send(f"/introductions/new/{street.amina.id}", {"minutes": "30", "meet_at": "none"})
    assert again(made).status is IntroductionStatus.OPEN


def test_a_second_ask_is_answered_beside_the_field_with_the_choice_kept(client: FlaskClient, street: Street) -> None:
    likes(street.amina)
    likes(street.bilal)
    asked(street.chidi, street.bilal)
    path = f"/introductions/new/{street.amina.id}"
    answer = client.become(street.chidi).send(path, {"minutes": "120", "meet_at": "none"})
    assert answer.status_code == 422
    assert "One at a time" in answer.text
    assert 'value="120" checked' in answer.text


@pytest.mark.parametrize(
    "data", [{}, {"minutes": "7", "meet_at": "none"}, {"minutes": "30", "meet_at": "hub:999"}, {"minutes": "😀" * 9}]
)
def test_what_cannot_be_chosen_is_asked_again(client: FlaskClient, street: Street, data: dict[str, str]) -> None:
    likes(street.amina)
    answer = client.become(street.chidi).send(f"/introductions/new/{street.amina.id}", data)
    assert answer.status_code == 422


def test_yes_and_no_on_the_page(client: FlaskClient, street: Street) -> None:
    made = asked(street.amina, street.chidi)
    path = f"/introductions/{made.id}"
    page = client.become(street.chidi).get(path).text
    assert "A no is fine" in page
    assert "30 minutes" in page
    assert "Nobody hears that you said no" in press(client, path, "answer", said="no")
    assert "change your mind" in client.get("/introductions").text
    opened_now = press(client, path, "answer", said="yes")
    assert "You and Amina" in opened_now
    assert "Rahman" not in opened_now


@pytest.mark.parametrize("said", ["", "maybe", "😀", "x" * 10_000, "\0"])
def test_an_answer_that_is_none(client: FlaskClient, street: Street, said: str) -> None:
    path = f"/introductions/{asked(street.amina, street.chidi).id}"
    assert client.become(street.chidi).send(f"{path}/answer", {"said": said}, path).status_code == 422


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("", "Write a few words first"), ("   ", "Write a few words first"), ("x" * 601, "too many"),
        ("y" * 10_000, "too many"), ("see www.example.org", "no links"), ("ring 07700 900123", "swap numbers"),
        ("<script>alert(1)</script> www.example.org", "&lt;script&gt;"), ("\0hello", "cannot be shown"),
    ],
)  # fmt: skip
def test_bad_words_come_back_with_what_to_change(client: FlaskClient, street: Street, words: str, hint: str) -> None:
    path = f"/introductions/{opened(street.amina, street.chidi).id}"
    answer = client.become(street.chidi).send(f"{path}/write", {"words": words}, path)
    assert answer.status_code == 422
    assert hint in answer.text
    assert words.strip()[:20].replace("<", "&lt;").replace(">", "&gt;").replace("\0", "") in answer.text


@pytest.mark.parametrize("words", ["مرحبا، نخبز السبت؟", "Hello 😀", "<b>bold</b>"])
def test_words_in_any_script_are_shown_as_written(client: FlaskClient, street: Street, words: str) -> None:
    path = f"/introductions/{opened(street.amina, street.chidi).id}"
    client.become(street.chidi).send(f"{path}/write", {"words": words}, path)
    shown = client.become(street.amina).get(path).text
    assert words.replace("<", "&lt;").replace(">", "&gt;") in shown


def test_the_thread_has_report_quiet_and_goodbye_in_it(client: FlaskClient, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    note = service.write(street.amina.id, made, "Hello!")
    db.session.commit()
    path = f"/introductions/{made.id}"
    page = client.become(street.chidi).get(path).text
    assert f"/report/introduction_note/{note.id}" in page
    assert "No more letters" in press(client, path, "mute")
    assert "You get letters about it again" in press(client, path, "mute")
    assert "How good" in press(client, path, "met")
    assert ">We met<" not in client.get(path).text
    assert client.send(f"{path}/leave", {}, path).headers["Location"] == "/introductions"
    after = client.get(path).text
    assert "come to an end" in after
    assert f"{path}/write" not in after
    assert "Hello!" in after


@pytest.mark.parametrize("who", CAST)
def test_only_who_can_read_a_note_can_report_it_and_no_word_of_it_is_shown(
    client: FlaskClient, street: Street, who: str
) -> None:
    note = service.write(street.amina.id, opened(street.amina, street.chidi), "Zubeida says hello")
    db.session.commit()
    answer = client.become(street.person(who)).get(f"/report/introduction_note/{note.id}")
    assert answer.status_code == (200 if who in ("amina", "chidi") else 404)
    assert "Zubeida" not in answer.text


def test_when_it_was_closed_by_quiet_the_page_says_so(client: FlaskClient, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    with clock.stop_at(clock.now() + QUIET):
        service.end_quiet()
    db.session.commit()
    assert "Nobody wrote for two months" in client.become(street.amina).get(f"/introductions/{made.id}").text


def test_the_list_is_paged_and_says_where_each_stands(client: FlaskClient, street: Street) -> None:
    for number in range(22):
        friend = person(f"Friend{number:02} Smith", street.ward)
        made = asked(friend, street.chidi)
        service.answer(street.chidi.id, made, Said.NO)
    db.session.commit()
    first, second = (client.become(street.chidi).get(f"/introductions?page={each}").text for each in (1, 2))
    assert first.count("You said: not this time") == 20
    assert second.count("You said: not this time") == 2
    assert "Friend" not in first + second


def test_few_statements(client: FlaskClient, street: Street) -> None:
    made = opened(street.amina, street.chidi, f"session:{street.session.id}")
    for number in range(12):
        service.write((street.amina, street.chidi)[number % 2].id, made, f"Words {number}")
    asked(street.bilal, street.chidi)
    client.become(street.chidi).get("/introductions")
    for path, most in (("/introductions", 10), (f"/introductions/{made.id}", 12)):
        with count_statements() as counted:
            assert client.get(path).status_code == 200
        assert counted.number <= most, (path, counted.texts)


def test_what_waits_for_me_stands_once(client: FlaskClient, street: Street) -> None:
    waits, talks = asked(street.amina, street.chidi), opened(street.bilal, street.chidi)
    page = client.become(street.chidi).get("/introductions").text
    assert [page.count(f'href="/introductions/{each.id}"') for each in (waits, talks)] == [1, 1]
    assert page.index("We ask you") < page.index("The others")
    press(client, f"/introductions/{waits.id}", "answer", said="no")
    page = client.get("/introductions").text
    assert page.count(f'href="/introductions/{waits.id}"') == 1
    assert "We ask you" not in page


def test_one_that_waits_alone_is_not_called_nobody(client: FlaskClient, street: Street) -> None:
    asked(street.amina, street.chidi)
    assert "Nobody yet" not in client.become(street.chidi).get("/introductions").text
    assert "Nobody yet" in client.become(street.bilal).get("/introductions").text
