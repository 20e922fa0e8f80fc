"""Letters that were promised.

`promise("letter", {"name": folder, "person_id": id, "facts": {…}})` writes to a person;
`promise("letter.to_contact", {"name": folder, "channel": "mail" | "text", "to": contact, "facts": {…}})` to
somebody of whom only a contact is known. The folder is `templates/mail/<name>/`: subject.txt, body.txt and
body.html for mails, text.txt for texts. Beside the facts the words may use `person` and `site`.
"""

from datetime import timedelta
from typing import Any

from flask import current_app

from participate.accounts.queries import find_person
from participate.core import clock, mail
from participate.core.config import Settings
from participate.core.jobs import Payload, every, on
from participate.notifications import rules, service
from participate.notifications.words import Way

KEPT_LAID = timedelta(days=7)


@on("letter")
def to_person(payload: Payload) -> None:
    """Write to an active person, by mail where she has an address, else by text; to nobody else."""
    given: dict[str, Any] = dict(payload)
    person = find_person(given["person_id"])
    if person is None or not person.is_active:
        return
    found = rules.way_to(person.email, person.phone)
    if found is not None:
        letter = service.write(given["name"], *found, given["promise_id"], given["facts"], person)
        service.post(letter)


@on("letter.to_contact")
def to_contact(payload: Payload) -> None:
    """Write to an address or a number."""
    given: dict[str, Any] = dict(payload)
    way = Way(given["channel"])
    letter = service.write(given["name"], way, given["to"], given["promise_id"], given["facts"])
    service.post(letter)


@every("notifications.forget_laid", timedelta(days=1))
def forget_laid() -> None:
    """Take letters that are a week old off the local page."""
    settings: Settings = current_app.extensions["settings"]
    mail.forget_laid(settings.data / "letters", clock.now() - KEPT_LAID)
