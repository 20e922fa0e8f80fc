"""What becomes of a letter: her choice, the month's twelve, the night, who is kept apart, who is nobody any more."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from participate.accounts.models import Apart, Person
from participate.accounts.words import ApartBy, PersonKind, PersonStatus
from participate.core import clock
from participate.core.db import db, transaction
from participate.core.jobs import tell
from participate.notifications import queries, service
from participate.notifications.models import Call, Notice, Sent
from participate.notifications.words import Choice, Way, Why
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from tests.notifications.conftest import Laid, ledger, promise_letter
from tests.street import NOON, Street

pytestmark = pytest.mark.usefixtures("hello")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NIGHT = NOON + 11 * HOUR  # 11pm in London


def choose(person: Person, choice: Choice) -> None:
    with transaction():
        service.choose(person.id, person.id, choice)


def run_at(moment: datetime) -> None:
    with clock.stop_at(moment):
        outbox.run_due()


def notices(person: Person) -> list[str]:
    return [each.letter for each in queries.list_notices(person.id).items]


def test_nothing_means_nothing_but_it_stands_on_the_site(street: Street, laid: Laid) -> None:
    choose(street.chidi, Choice.NOTHING)
    promise_letter(street.chidi, about="session:12")
    outbox.run_due()
    assert laid.all() == []
    assert ledger(street.chidi) == [("held_back", "site", "choice")]
    assert notices(street.chidi) == ["hello"]
    assert db.session.scalars(select(Sent.about)).all() == ["session:12"]


def test_a_worry_comes_to_whoever_looks_after_it_whatever_she_chose(street: Street, laid: Laid) -> None:
    choose(street.dora, Choice.NOTHING)
    promise_letter(street.dora, name="worry_new", facts={"id": 1})
    run_at(NIGHT)
    assert laid.only().to == street.dora.email


def test_a_code_comes_whatever_she_chose(street: Street, laid: Laid) -> None:
    choose(street.chidi, Choice.NOTHING)
    code = {"name": "code", "channel": "mail", "to": street.chidi.email, "facts": {"digits": "123456"}}
    with transaction():
        outbox.promise("letter.to_contact", code)
    run_at(NIGHT)
    assert laid.only().to == street.chidi.email


def test_twelve_a_month_of_what_she_did_not_say_yes_to(street: Street, laid: Laid) -> None:
    for _each in range(14):
        promise_letter(street.chidi, why="yours")
    promise_letter(street.chidi, why="said_yes")
    promise_letter(street.chidi, why="asked_for")
    outbox.run_due()
    assert len(laid.all()) == 14
    assert ledger(street.chidi)[11:] == [
        ("sent", "mail", "yours"), ("held_back", "site", "monthly_cap"), ("held_back", "site", "monthly_cap"),
        ("sent", "mail", "said_yes"), ("sent", "mail", "asked_for"),
    ]  # fmt: skip
    assert notices(street.chidi) == ["hello", "hello"]
    promise_letter(street.chidi, why="yours", due=NOON + 30 * DAY)
    run_at(NOON + 30 * DAY)
    assert ledger(street.chidi)[-1] == ("sent", "mail", "yours"), "a new month"


def test_at_night_it_waits_for_the_morning(street: Street, laid: Laid) -> None:
    promise_letter(street.chidi)
    run_at(NIGHT)
    run_at(NIGHT + 8 * HOUR)
    assert (laid.all(), ledger(street.chidi)) == ([], [])
    promised = db.session.scalars(select(Promise)).one()
    assert (promised.due_at, promised.attempts) == (NOON + 20 * HOUR, 0)
    db.session.rollback()
    run_at(NOON + 20 * HOUR)
    assert ledger(street.chidi) == [("sent", "mail", "yours")]


@pytest.mark.parametrize("letter", ["worry_new", "stand_in_asked"])
def test_what_somebody_has_to_act_on_waits_neither_for_the_morning_nor_for_a_new_month(
    street: Street, laid: Laid, letter: str
) -> None:
    for _each in range(13):
        promise_letter(street.chidi, why="yours")
    outbox.run_due()
    assert ledger(street.chidi)[-1] == ("held_back", "site", "monthly_cap"), "she had all her letters of the month"
    starts, before = NOON + 23 * HOUR, len(laid.all())
    facts = {"id": 1, "name": "Bread", "starts_at": starts.isoformat(), "ends_at": (starts + HOUR).isoformat(),
             "place": "At the Shop", "until_at": (NIGHT + 2 * HOUR).isoformat()}  # fmt: skip
    promise_letter(street.chidi, letter, facts=facts, due=NIGHT, good_until=NIGHT + 2 * HOUR)
    promise_letter(street.chidi, due=NIGHT, why="said_yes")
    run_at(NIGHT)
    assert ledger(street.chidi)[13:] == [("sent", "mail", "said_yes")]
    sent = db.session.scalars(select(Sent).order_by(Sent.id.desc())).first()
    assert sent is not None
    assert (sent.letter, sent.at, len(laid.all())) == (letter, NIGHT, before + 1)


def test_what_is_over_by_morning_is_not_sent_and_her_ledger_says_so(street: Street, laid: Laid) -> None:
    promise_letter(street.chidi, good_until=NIGHT + 2 * HOUR)
    run_at(NIGHT)
    run_at(NIGHT + 9 * HOUR)
    assert laid.all() == []
    assert ledger(street.chidi) == [("too_late", None, "over")]


def test_nobody_hears_of_whom_she_is_kept_apart_from(street: Street, laid: Laid) -> None:
    with transaction() as session:
        session.add(Apart(person_id=street.amina.id, other_id=street.chidi.id, by=ApartBy.HERSELF, made_at=NOON))
    promise_letter(street.chidi, of=[street.amina.id])
    promise_letter(street.amina, of=[street.chidi.id])
    promise_letter(street.bilal, of=[street.chidi.id])
    outbox.run_due()
    assert laid.only().to == street.bilal.email
    assert ledger(street.chidi) == ledger(street.amina) == [("held_back", None, "apart")]
    assert notices(street.chidi) == []


def test_who_turned_out_to_be_another_gets_her_letters_there(street: Street, laid: Laid) -> None:
    with transaction():
        street.chidi.status, street.chidi.merged_into_id = PersonStatus.ENDED, street.amina.id
    promise_letter(street.chidi)
    outbox.run_due()
    assert laid.only().to == street.amina.email


def test_the_ledger_says_why_by_the_letter_unless_the_promise_does(street: Street, laid: Laid) -> None:
    assert service.letter_key(1) != service.letter_key(2)
    facts = {"title": "Bread", "reason": "It is fine.", "outcome": "stays"}
    promise_letter(street.chidi, "report_answered", facts=facts)
    promise_letter(street.chidi, "report_answered", facts=facts, why="said_yes")
    outbox.run_due()
    assert [why for _out, _way, why in ledger(street.chidi)] == ["asked_for", "said_yes"]


def test_a_guest_sees_nothing_on_the_site_and_is_rung(street: Street, laid: Laid) -> None:
    with transaction() as session:
        guest = Person(kind=PersonKind.ENTERED, name="Omar Ali", ring="020 8000 0000", joined_at=NOON)
        session.add(guest)
    promise_letter(guest)
    outbox.run_due()
    assert ledger(guest) == [("call_list", "call", "yours")]
    assert db.session.scalars(select(Notice)).all() == []
    [call] = queries.list_calls(None).items
    assert call.facts == {"name": "neighbour"}


def test_whoever_has_an_account_and_no_address_reads_it_on_the_site_too(street: Street, laid: Laid) -> None:
    with transaction():
        street.chidi.email = None
    promise_letter(street.chidi)
    outbox.run_due()
    assert notices(street.chidi) == ["hello"]
    assert queries.count_calls(street.hub.id) == 1


def test_a_weekly_mail_is_not_worth_a_call(street: Street, laid: Laid) -> None:
    choose(street.chidi, Choice.WEEKLY)
    with transaction():
        street.chidi.email, street.chidi.phone = None, "+447700900123"
    promise_letter(street.chidi, why="weekly")
    outbox.run_due()
    assert (laid.all(), queries.count_calls(None)) == ([], 0)
    assert ledger(street.chidi) == [("held_back", "site", "no_way")]


def test_a_code_that_came_shows_that_letters_do(street: Street, laid: Laid) -> None:
    with transaction():
        service.came_back(street.chidi, Way.MAIL)
    assert queries.broken_ways(street.chidi.id)
    from_code = {"person_id": street.chidi.id, "channel": "mail"}
    with transaction():
        tell("contact.proved", from_code)
    assert queries.broken_ways(street.chidi.id) == set()
    assert street.chidi.bounced_at is None


@pytest.mark.parametrize("days", [89, 91, 366])
def test_what_is_forgotten_when(street: Street, laid: Laid, days: int) -> None:
    choose(street.chidi, Choice.NOTHING)
    promise_letter(street.chidi)
    with transaction():
        street.amina.email = None
    promise_letter(street.amina)
    outbox.run_due()
    with clock.stop_at(NOON + days * DAY), transaction():
        service.forget_old()
    counts = [len(db.session.scalars(select(model)).all()) for model in (Sent, Call, Notice)]
    assert counts == {89: [2, 1, 2], 91: [2, 1, 0], 366: [0, 0, 0]}[days]


def test_the_words_of_why_are_all_there() -> None:
    assert all(why.label for why in Why)
