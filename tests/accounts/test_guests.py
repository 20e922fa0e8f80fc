"""A guest: a name and one contact, kept as a keyed hash; the same contact is the same guest."""

from flask import Flask
from sqlalchemy import func, select

from participate.accounts import service
from participate.accounts.models import Person
from participate.accounts.words import Channel, PersonKind
from participate.core.db import db
from tests.street import Street


def test_the_same_contact_is_the_same_guest(street: Street) -> None:
    first = service.meet_guest("Ola", Channel.MAIL, "ola@example.org")
    again = service.meet_guest("Ola B", Channel.MAIL, "ola@example.org")
    other = service.meet_guest("Ola", Channel.TEXT, "+447700900111")
    assert first.id == again.id != other.id
    assert first.kind is PersonKind.GUEST


def test_a_guest_becomes_the_account_once_a_code_proved_the_contact(app: Flask, street: Street) -> None:
    guest = service.meet_guest("Ola", Channel.MAIL, "ola@example.org")
    person = service.join("Ola Bello", Channel.MAIL, "ola@example.org", street.ward.id, None)
    assert person.id == guest.id
    assert (person.kind, person.email, person.contact_hash) == (PersonKind.ACCOUNT, "ola@example.org", None)
    assert db.session.scalar(select(func.count()).where(Person.email == "ola@example.org")) == 1


def test_a_second_adult_does_not_swallow_the_first(street: Street) -> None:
    service.meet_guest("Ola", Channel.MAIL, "ola@example.org")
    first = service.join("Ola", Channel.MAIL, "ola@example.org", street.ward.id, None)
    second = service.join("Sam", Channel.MAIL, "ola@example.org", street.ward.id, None)
    assert first.id != second.id
