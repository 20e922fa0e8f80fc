"""From a promise to somebody's hands: held back, by mail, by text, or by the hub."""

from sqlalchemy import select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.config import Settings
from participate.core.db import db
from participate.notifications import rules
from participate.notifications.models import Bounce
from participate.notifications.queries import broken_ways, choice_of, count_sent_since
from participate.notifications.service.calls import put_on_list
from participate.notifications.service.ledger import Errand, hold_back, lay_on_site, note
from participate.notifications.service.naming import speaks_of_apart
from participate.notifications.service.posting import AddressRefused, post
from participate.notifications.service.writing import write
from participate.notifications.words import Outcome, Way, Why
from participate.outbox.rules import NotYet, WillNot


def deliver(errand: Errand, settings: Settings, about_people: tuple[int, ...] = ()) -> None:
    """Bring one letter to somebody, and write down what became of it.

    `about_people`: whom it speaks of; from nobody who is kept apart from her. Raises NotYet when it is to wait.
    """
    held = _held(errand, about_people)
    if held is not None:
        hold_back(errand, held)
        return
    starts_at = errand.facts.get("starts_at")
    moment = rules.moment_from(starts_at) if isinstance(starts_at, str) else None
    earliest = rules.may_go_at(errand.letter, moment, clock.now())
    if earliest > clock.now():
        raise NotYet(earliest)
    way = _by_writing(errand, settings)
    if way is None:
        by_hub(errand)
    else:
        note(errand, Outcome.SENT, way)
        if way is Way.TEXT and settings.text_receipt_key:
            put_on_list(errand, texted=True)


def _held(errand: Errand, about_people: tuple[int, ...]) -> Why | None:
    person_id = errand.person.id
    if speaks_of_apart(errand.person, about_people):
        return Why.APART
    month, counts = rules.month_of(clock.now()), errand.why in rules.CAPPED
    sent = count_sent_since(person_id, month, rules.CAPPED) if counts else 0
    return rules.reason_to_hold(errand.letter, errand.why, choice_of(person_id), sent)


def _by_writing(errand: Errand, settings: Settings) -> Way | None:
    """The way by which it went, or None when none works."""
    ways = rules.ways_to(
        errand.person.email, errand.person.phone, broken=broken_ways(errand.person.id),
        can_mail=settings.can_mail, can_text=settings.can_text,
    )  # fmt: skip
    if errand.why is Why.WEEKLY:
        ways = [(way, to) for way, to in ways if way is Way.MAIL]
    for way, to in ways:
        try:
            post(write(errand.letter, way, to, errand.promise_id, errand.facts, errand.person))
            return way
        except AddressRefused:
            came_back(errand.person, way)
        except NotYet:
            if clock.now() - errand.made_at > rules.GIVE_UP_AFTER:
                raise WillNot("no sender for a day") from None
            raise
    return None


def came_back(person: Person, way: Way) -> None:
    """Nothing goes to her this way until she proves her contact again."""
    known = select(Bounce.id).where(Bounce.person_id == person.id, Bounce.way == way)
    if db.session.scalar(known) is None:
        db.session.add(Bounce(person_id=person.id, way=way, at=clock.now()))
    person.bounced_at = clock.now()
    db.session.flush()


def by_hub(errand: Errand, about_people: tuple[int, ...] = ()) -> None:
    """Nothing written reaches her: the hub tells her, and where she has an account it stands on the site too.

    What she can do without is not worth a call.
    """
    apart = speaks_of_apart(errand.person, about_people)
    if apart or errand.why is Why.WEEKLY:
        hold_back(errand, Why.APART if apart else Why.NO_WAY)
        return
    lay_on_site(errand)
    note(errand, Outcome.CALL_LIST, Way.CALL)
    put_on_list(errand)


def too_late(errand: Errand) -> None:
    """It was over before it could go."""
    note(errand, Outcome.TOO_LATE, None, Why.OVER)
