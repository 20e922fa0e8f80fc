""" "I'm worried about someone": signed out, without JavaScript; who answers and when; and nobody else ever reads it."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus, Role
from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db
from participate.moderation import queries, service
from participate.moderation.models import Worry, WorryKept
from participate.moderation.words import WorryKind, WorryOutcome
from participate.outbox.models import Promise
from tests.page import PageClient
from tests.street import CAST, NOON, Street, give, person

PAGE = "/worried"
TOLD = {"kind": "adult", "words": "He has not opened the door.", "who": "The man at 4", "contact": "Ring after six"}


def lead_of(street: Street, name: str = "Halima Yusuf") -> Person:
    made = person(name, street.ward)
    give(made, Role.SAFEGUARDING, f"hub:{street.hub.id}")
    db.session.commit()
    return made


def the_worry() -> Worry:
    return db.session.scalars(select(Worry)).one()


def letters() -> list[tuple[str, int]]:
    """(letter, person) of each promised letter."""
    rows = db.session.scalars(select(Promise).where(Promise.name == "letter").order_by(Promise.id))
    return [(each.payload["name"], each.payload["person_id"]) for each in rows]


@pytest.mark.parametrize("name", CAST)
def test_everybody_reads_the_page_and_tells(client: PageClient, street: Street, name: str) -> None:
    lead_of(street)
    who = street.person(name)
    client.become(who)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "999" in page.text
    assert client.send(PAGE, TOLD | {"hub": street.hub.id}).status_code == 303
    told = the_worry()
    assert (told.words, told.who, told.contact, told.hub_id) == (*list(TOLD.values())[1:], street.hub.id)
    active = who is not None and who.status is PersonStatus.ACTIVE
    assert told.teller_id == (who.id if active and who else None)


def test_a_stranger_is_told_who_answers_when_and_that_nobody_is_watching(client: PageClient, street: Street) -> None:
    lead_of(street)
    page = client.get(PAGE).text
    assert "Friday 3 July at 5pm" in page, "the hub's next working day after a Thursday"
    assert "Nobody is reading it this minute" in page
    for promise in ("immediately", "24 hours", "around the clock", "straight away"):
        assert promise not in page
    client.send(PAGE, TOLD)
    thanks = client.get("/worried/thank-you").text
    assert "Friday 3 July at 5pm" in thanks
    assert "nobody is looking" in thanks


def test_no_browser_keeps_the_page_and_leaving_it_is_one_plain_link(client: PageClient, street: Street) -> None:
    lead_of(street)
    for path in (PAGE, "/worried/thank-you"):
        answer = client.get(path)
        assert answer.headers["Cache-Control"] == "no-store"
        assert 'href="https://www.bbc.co.uk/weather" rel="noreferrer noopener" data-leave' in answer.text
    assert 'autocomplete="off"' in client.get(PAGE).text
    assert "data-leave" not in client.get("/").text, "only there"
    assert f'href="{PAGE}"' in client.get("/").text, "but every page leads there"


def test_without_anybody_who_could_read_it_nothing_is_taken(client: PageClient, street: Street) -> None:
    page = client.get(PAGE)
    assert "Nobody can read a message here" in page.text
    assert "999" in page.text
    assert "<textarea" not in page.text
    client.post(PAGE, data=TOLD)
    assert db.session.scalars(select(Worry)).all() == []


def test_a_suspended_lead_answers_for_nothing(client: PageClient, street: Street) -> None:
    lead_of(street).status = PersonStatus.SUSPENDED
    assert "<textarea" not in client.get(PAGE).text


def test_what_is_missing_is_said_and_what_was_written_stays(client: PageClient, street: Street) -> None:
    lead_of(street)
    answer = client.send(PAGE, {"kind": "", "words": "", "who": "Old Mr Brown <script>", "contact": "x" * 300})
    assert answer.status_code == 422
    assert "Old Mr Brown &lt;script&gt;" in answer.text
    assert "Choose what it is about" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert db.session.scalars(select(Worry)).all() == []


@pytest.mark.parametrize("words", ["a\x00b", "\u202eabc", "🙂" * 50, "x" * 10_000, "<script>alert(1)</script>"])
def test_odd_words_are_no_trouble(client: PageClient, street: Street, words: str) -> None:
    lead_of(street)
    assert client.send(PAGE, TOLD | {"words": words}).status_code in (303, 422)


def test_made_up_choices_are_refused(client: PageClient, street: Street) -> None:
    lead_of(street)
    assert client.send(PAGE, TOLD | {"kind": "nonsense"}).status_code == 422
    assert client.send(PAGE, TOLD | {"hub": "99999"}).status_code == 422


def test_somebody_signed_in_may_leave_her_name_out(client: PageClient, street: Street) -> None:
    lead_of(street)
    client.become(street.chidi).send(PAGE, TOLD | {"unnamed": "y"})
    assert the_worry().teller_id is None
    assert "Leave my name out" not in client.become(None).get(PAGE).text


def test_the_lead_hears_that_something_waits_and_nothing_of_what(client: PageClient, street: Street) -> None:
    halima = lead_of(street)
    client.become(street.chidi).send(PAGE, TOLD | {"hub": street.hub.id})
    assert letters() == [("worry_new", halima.id)]
    (promise,) = db.session.scalars(select(Promise).where(Promise.name == "letter"))
    assert promise.payload["facts"] == {"id": the_worry().id}
    (row,) = db.session.scalars(select(AuditRow).where(AuditRow.kind == "worry"))
    assert (row.verb, row.actor_id) == ("told", None), "the trail never says who told"


def test_many_from_one_network_wait(client: PageClient, street: Street) -> None:
    lead_of(street)
    answers = [client.send(PAGE, TOLD).status_code for _each in range(31)]
    assert answers == [303] * 30 + [429]


def tell(street: Street, **more: object) -> Worry:
    told = service.tell_worry(WorryKind.CONDUCT, "It did not feel right.", hub=street.hub, **more)  # type: ignore[arg-type]
    db.session.commit()
    return told


def test_a_lead_who_is_named_neither_hears_nor_opens(street: Street) -> None:
    halima, ruth = lead_of(street), lead_of(street, "Ruth Cole")
    told = tell(street, who="ruth")
    assert letters() == [("worry_new", halima.id)]
    assert [each.id for each in queries.list_handlers(told.id)] == [halima.id]
    assert db.session.scalars(select(WorryKept.person_id)).all() == [ruth.id]


def test_when_the_only_lead_is_named_the_others_answer_else_the_admins_hear(street: Street) -> None:
    ruth = lead_of(street, "Ruth Cole")
    tell(street, who="Ruth Cole at the shop")
    assert letters() == [("worry_unread", street.gita.id)]
    elsewhere = person("Nadia Aziz")
    give(elsewhere, Role.SAFEGUARDING, "hub:999")
    told = tell(street, who="Ruth Cole at the shop")
    assert [each.id for each in queries.list_handlers(told.id)] == [elsewhere.id]
    assert ruth.id not in [who for _letter, who in letters()]


def test_what_nobody_took_in_time_is_said_again_once_a_day(street: Street) -> None:
    halima = lead_of(street)
    told = tell(street)
    for hours, expected in ((20, 0), (30, 1), (31, 1), (30 + 24, 2)):
        with clock.stop_at(NOON + timedelta(hours=hours)):
            service.remind_of_worries()
        assert letters().count(("worry_waits", halima.id)) == expected
        assert letters().count(("worry_unread", street.gita.id)) == expected
    service.take_worry(halima.id, told)
    with clock.stop_at(NOON + timedelta(days=9)):
        service.remind_of_worries()
    assert letters().count(("worry_waits", halima.id)) == 2


def test_closed_cases_are_forgotten_after_six_years(app: Flask, street: Street) -> None:
    halima = lead_of(street)
    open_one, shut = tell(street), tell(street)
    service.take_worry(halima.id, shut)
    service.close_worry(halima.id, shut, WorryOutcome.TALKED, "Fine.")
    db.session.commit()
    for years, left in ((5, 2), (7, 1)):
        with clock.stop_at(NOON + timedelta(days=365 * years)):
            service.forget_worries()
        assert len(db.session.scalars(select(Worry)).all()) == left
    assert db.session.scalars(select(Worry.id)).all() == [open_one.id]
