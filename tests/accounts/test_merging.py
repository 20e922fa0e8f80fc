"""Two rows turn out to be one person: everything is kept, each thing once, and it can be taken back exactly."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.accounts import queries, service
from participate.accounts.models import Merge, Person, RoleHeld, SamePerson
from participate.accounts.service.merging import AskAnAdmin, MergedAlready
from participate.accounts.words import Channel, PersonKind, Role, SameStatus, SameWhy
from participate.core import clock
from participate.core.db import Base, db
from participate.profiles.models import Posting
from participate.profiles.words import PostingKind
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.service import sign_up
from participate.sessions.words import CameBy
from tests.samples import ids_of
from tests.street import LATER, Street, add, person

# What says that a merge was made and undone, and what follows from it later.
OF_THE_MERGE = {"merge", "same_person", "audit_row", "promise", "outbox", "audit_seal"}


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    tables = [each for each in Base.metadata.sorted_tables if each.name not in OF_THE_MERGE]
    return {each.name: sorted((tuple(row) for row in db.session.execute(select(each))), key=repr) for each in tables}


def doubled(street: Street) -> Person:
    """Chidi once more, as a guest who signed up for what he signed up for already."""
    guest = service.meet_guest("Chidi Okafor", Channel.MAIL, "chidi.o@example.org")
    sign_up(street.chidi, street.session)
    sign_up(guest, street.session)
    db.session.commit()
    return guest


PAIRS = (("chidi", "bilal"), ("bilal", "chidi"), ("amina", "chidi"))


@pytest.mark.parametrize(("kept", "gone"), PAIRS)
def test_everything_is_hers_and_goes_back_exactly(app: Flask, street: Street, kept: str, gone: str) -> None:
    ids_of(street)
    one, other = getattr(street, kept).id, getattr(street, gone).id
    before = everything()
    made = service.merge(street.gita.id, queries.get_person(one), queries.get_person(other))
    db.session.commit()
    after = everything()
    assert not _named(other), "something still names her who went"
    assert before != after
    service.undo_merge(street.gita.id, queries.get_merge(made.id))
    db.session.commit()
    back = everything()
    assert {name: rows for name, rows in back.items() if rows != before[name]} == {}


def test_two_who_have_the_same_thing_out_are_settled_first(app: Flask, street: Street) -> None:
    ids_of(street)
    with pytest.raises(service.SameOut):
        service.merge(street.gita.id, street.amina, street.bilal)


def _named(gone: int) -> dict[str, int]:
    found = {}
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == "person" and table.name not in ("merge", "same_person", "sign_in", "person"):
                number = db.session.scalar(select(func.count()).select_from(table).where(key.parent == gone))
                found |= {f"{table.name}.{key.parent.name}": number} if number else {}
    return found


def test_a_session_is_counted_once(app: Flask, street: Street) -> None:
    guest, now = doubled(street), clock.now()
    add(*[
        Attendance(session_id=street.session.id, person_id=each.id, came_by=CameBy.SIGN_UP, came_at=now)
        for each in (street.chidi, guest)
    ])  # fmt: skip
    assert db.session.get_one(Session, street.session.id).taken == 2
    made = service.merge(street.dora.id, street.chidi, guest)
    db.session.commit()
    assert db.session.scalar(select(func.count(Attendance.id))) == 1
    assert db.session.scalar(select(func.count(SignUp.id))) == 1
    assert db.session.get_one(Session, street.session.id).taken == 1
    service.undo_merge(street.dora.id, made)
    db.session.commit()
    assert db.session.scalar(select(func.count(Attendance.id))) == 2
    assert db.session.get_one(Session, street.session.id).taken == 2


def test_what_was_only_the_guests_is_hers(app: Flask, street: Street) -> None:
    guest = service.meet_guest("Chidi Okafor", Channel.MAIL, "chidi.o@example.org")
    held = sign_up(guest, street.session)
    service.merge(street.dora.id, street.chidi, guest)
    db.session.commit()
    assert db.session.get_one(SignUp, held.id).person_id == street.chidi.id
    assert service.meet_guest("Chidi", Channel.MAIL, "chidi.o@example.org").id == street.chidi.id


def test_a_guest_a_walk_in_and_an_account_become_one(app: Flask, street: Street) -> None:
    guest = service.meet_guest("Hana Noor", Channel.MAIL, "hana@example.org")
    entered = service.write_down(street.dora.id, "Hana Noor")
    sign_up(guest, street.session)
    account = service.join("Hana Noor", Channel.TEXT, "+447700900111", street.ward.id, None)
    db.session.commit()
    first = service.merge(street.dora.id, account, entered)
    second = service.merge(street.dora.id, account, guest)
    db.session.commit()
    assert {first.kept_id, second.kept_id} == {account.id}
    assert db.session.scalars(select(SignUp.person_id)).all() == [account.id]
    assert queries.follow(entered) is account
    assert queries.follow(guest) is account


def test_a_guests_contact_opens_no_account(app: Flask, street: Street) -> None:
    guest = service.meet_guest("Chidi Okafor", Channel.MAIL, "stranger@example.org")
    service.merge(street.dora.id, street.chidi, guest)
    db.session.commit()
    assert street.chidi.email == "chidi@example.org"
    assert not queries.list_at_contact(Channel.MAIL, "stranger@example.org")


def test_an_accounts_contact_goes_with_it(app: Flask, street: Street) -> None:
    other = person("Chidi Okafor", street.ward)
    other.email = "chidi.work@example.org"
    service.merge(street.dora.id, street.chidi, other)
    db.session.commit()
    assert [each.id for each in queries.list_at_contact(Channel.MAIL, "chidi.work@example.org")] == [street.chidi.id]


def test_rights_change_hands_by_an_admin_alone(app: Flask, street: Street) -> None:
    guest = service.meet_guest("Dora Mensah", Channel.MAIL, "d@example.org")
    with pytest.raises(AskAnAdmin):
        service.merge(street.dora.id, street.dora, guest)
    service.merge(street.gita.id, street.dora, guest)
    assert db.session.scalar(select(func.count(RoleHeld.id)).where(RoleHeld.person_id == street.dora.id)) == 2


def test_who_is_kept_apart_is_no_matter_for_the_counter(app: Flask, street: Street) -> None:
    service.set_apart(street.chidi.id, street.chidi.id, street.bilal.id)
    with pytest.raises(AskAnAdmin):
        service.merge(street.dora.id, street.chidi, street.bilal)


def test_nobody_is_merged_twice_or_undone_twice(app: Flask, street: Street) -> None:
    made = service.merge(street.dora.id, street.chidi, street.bilal)
    db.session.commit()
    with pytest.raises(MergedAlready):
        service.merge(street.dora.id, street.amina, street.bilal)
    service.undo_merge(street.dora.id, made)
    with pytest.raises(MergedAlready):
        service.undo_merge(street.dora.id, made)


def test_what_came_since_stays_with_the_one_who_was_kept(app: Flask, street: Street) -> None:
    made = service.merge(street.dora.id, street.bilal, street.chidi)
    new = Posting(
        person_id=street.bilal.id, kind=PostingKind.INTEREST, words="I like kites", expires_on=LATER,
        made_at=clock.now(), changed_at=clock.now(),
    )  # fmt: skip
    add(new)
    service.undo_merge(street.dora.id, made)
    db.session.commit()
    assert db.session.get_one(Posting, new.id).person_id == street.bilal.id
    assert db.session.get_one(Posting, street.posting.id).person_id == street.chidi.id


def test_after_a_while_it_stands(app: Flask, street: Street) -> None:
    made = service.merge(street.dora.id, street.bilal, street.chidi)
    made.made_at -= timedelta(days=91)
    db.session.commit()
    service.forget_journals()
    assert made.moved == {}
    with pytest.raises(service.TooLateToUndo):
        service.undo_merge(street.dora.id, made)


def test_pairs_are_found_once(app: Flask, street: Street) -> None:
    guest = service.meet_guest("Chidi Okafor", Channel.MAIL, "chidi@example.org")
    entered = service.write_down(street.dora.id, "Hana Noor")
    db.session.commit()
    assert service.find_doubles() == 1
    assert service.find_doubles() == 0
    pair = db.session.scalars(select(SamePerson)).one()
    assert (pair.low_id, pair.high_id, pair.why) == (street.chidi.id, guest.id, SameWhy.CONTACT)
    service.keep_two(street.dora.id, pair)
    db.session.commit()
    assert service.find_doubles() == 0
    assert queries.count_pairs() == 0
    assert entered.kind is PersonKind.ENTERED
    assert db.session.scalar(select(SamePerson.status)) is SameStatus.DIFFERENT
    assert db.session.scalar(select(func.count(Merge.id))) == 0


def test_roles_do_not_double(app: Flask, street: Street) -> None:
    service.grant(None, street.bilal, Role.HOST, f"project:{street.project.id}")
    service.merge(street.gita.id, street.amina, street.bilal)
    db.session.commit()
    held = select(func.count(RoleHeld.id)).where(RoleHeld.role == Role.HOST)
    assert db.session.scalar(held.where(RoleHeld.person_id == street.amina.id)) == 1
