"""Letters that were promised.

`promise("letter", {"name": folder, "person_id": id, "facts": {…}})` writes to a person. The payload may also hold
`why` (a `Why`, where the letter's own is not right), `about` ("session:12") and `of` (ids of the people of whom it
speaks: it does not go to whoever is kept apart from one of them). `facts["whose"]` says whose name or words a fact is
({"by": 12}): the letter goes without it to whoever is kept apart from her.

`promise("letter.to_contact", {"name": folder, "channel": "mail" | "text", "to": contact, "facts": {…}})` writes to
somebody of whom only a contact is known: codes. The folder is `templates/mail/<name>/`: subject.txt, body.txt and
body.html for mails, text.txt for texts, call.txt for what staff say on the phone where the text would tell them too
much. Beside the facts the words may use `person` and `site`.
"""

from datetime import timedelta
from typing import Any

from flask import current_app

from participate.accounts.queries import find_person
from participate.core import clock, mail
from participate.core.config import Settings
from participate.core.jobs import Payload, every, on
from participate.notifications import service
from participate.notifications.words import Way, Why, why_of
from participate.outbox.queries import find_promise

MADE, RECORDED = service.MADE, service.RECORDED  # what whoever waits for an answer hears of calls
KEPT_LAID = timedelta(days=7)
MOST_MERGED = 5


def _settings() -> Settings:
    return current_app.extensions["settings"]


def errand_of(payload: Payload) -> service.Errand | None:
    """The errand of a promise; None when there is nobody any more to whom it could go."""
    given: dict[str, Any] = dict(payload)
    person = find_person(given["person_id"])
    for _again in range(MOST_MERGED):
        if person is None or person.merged_into_id is None:
            break
        person = find_person(person.merged_into_id)  # she turned out to be somebody we know
    if person is None or not person.is_active:
        return None
    promised = find_promise(given["promise_id"])
    why = Why(given["why"]) if given.get("why") else why_of(given["name"])
    return service.Errand(
        letter=given["name"], person=person, facts=given["facts"], promise_id=given["promise_id"], why=why,
        about=given.get("about", ""), made_at=promised.made_at if promised else clock.now(),
        good_until=promised.good_until if promised else None,
    )  # fmt: skip


@on("letter")
def to_person(payload: Payload) -> None:
    """Bring a letter to an active person: by mail, by text, by the hub, or not at all where she wants none."""
    errand = errand_of(payload)
    if errand is not None:
        service.deliver(errand, _settings(), _people_in(payload))


@on("letter.late")
def note_late(payload: Payload) -> None:
    """It was over before it could go: her ledger says so."""
    errand = errand_of(payload)
    if errand is not None:
        service.too_late(errand)


@on("letter.given_up")
def give_to_hub(payload: Payload) -> None:
    """No sender took it in eight tries or a whole day: the hub tells her."""
    errand = errand_of(payload)
    if errand is not None:
        service.by_hub(errand, _people_in(payload))


def _people_in(payload: Payload) -> tuple[int, ...]:
    """The ids of the people of whom it speaks."""
    return tuple(payload.get("of") or ())  # type: ignore[arg-type]


@on("letter.to_contact")
def to_contact(payload: Payload) -> None:
    """Write to an address or a number."""
    given: dict[str, Any] = dict(payload)
    way = Way(given["channel"])
    service.post(service.write(given["name"], way, given["to"], given["promise_id"], given["facts"]))


@on("contact.proved")
def works_again(payload: Payload) -> None:
    """A code reached somebody: letters go that way again."""
    given: dict[str, Any] = dict(payload)
    person = find_person(given["person_id"])
    if person is not None and person.bounced_at is not None:
        service.proved(person, Way(given["channel"]))


@every("notifications.forget_laid", timedelta(days=1))
def forget_laid() -> None:
    """Take letters that are a week old off the local page."""
    mail.forget_laid(_settings().data / "letters", clock.now() - KEPT_LAID)


@every("notifications.forget", timedelta(days=1))
def forget() -> None:
    """What nobody needs any more goes from the ledger, the call list and the site."""
    service.forget_old()
