"""Somebody is worried about somebody: told, taken by a safeguarding lead, noted, closed, and in time forgotten.

The trail says that a case was told, and what leads did with it; never who told it or whom it is about.
"""

from datetime import datetime

from sqlalchemy import delete

from participate.accounts.models import Person
from participate.accounts.queries import list_role_holders
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.moderation.models import Worry, WorryKept, WorryNote
from participate.moderation.queries import worries as queries
from participate.moderation.rules import worries as rules
from participate.moderation.words import WorryKind, WorryOutcome, WorryStatus
from participate.outbox.service import promise
from participate.places.lines import hours_of
from participate.places.models import Hub
from participate.places.queries import find_hub
from participate.places.rules.answer_days import answer_by


def tell_worry(
    kind: WorryKind, words: str, *, who: str = "", contact: str = "", hub: Hub | None = None,
    teller_id: int | None = None,
) -> Worry:  # fmt: skip
    """Somebody tells us. Leads whom it names never open it; those who may, hear that something waits for them."""
    made = Worry(
        kind=kind, words=words, who=who, contact=contact, hub_id=hub.id if hub is not None else None,
        teller_id=teller_id, status=WorryStatus.NEW, made_at=clock.now(),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    for lead_id in rules.named_in((who, words), ((lead.id, lead.name) for lead in queries.list_safeguarding())):
        db.session.add(WorryKept(worry_id=made.id, person_id=lead_id))
    db.session.flush()
    record(None, "told", "worry", made.id)
    _tell_leads(made, "worry_new", "")
    return made


def read_by(hub: Hub | None, asked: datetime | None = None) -> datetime:
    """By when a lead reads what is told now: the end of the hub's next working day, London time."""
    return answer_by(clock.local(asked or clock.now()), hours_of(hub) if hub is not None else {}, rules.DAYS)


def take_worry(actor_id: int, worry: Worry, *, over: bool = False) -> None:
    """She answers for it from now on; `over`: instead of a colleague. Raises ClosedAlready or TakenAlready."""
    queries.lock_worry(worry)
    rules.check_taking(worry.status, worry.taken_by, actor_id, over=over)
    worry.status, worry.taken_by = WorryStatus.TAKEN, actor_id
    record(actor_id, "took", "worry", worry.id)
    db.session.flush()


def note_worry(actor_id: int, worry: Worry, words: str) -> None:
    """What was done or heard. Any lead who may open it writes. Raises ClosedAlready."""
    queries.lock_worry(worry)
    if worry.status is WorryStatus.CLOSED:
        raise rules.ClosedAlready
    worry.notes.append(WorryNote(words=words, made_by=actor_id, made_at=clock.now()))
    record(actor_id, "noted", "worry", worry.id)
    db.session.flush()


def link_worry(actor_id: int, worry: Worry, about: Person | None) -> None:
    """Whom it is about, where we know her; None: nobody we know. She never opens it."""
    queries.lock_worry(worry)
    worry.about_id = about.id if about is not None else None
    record(actor_id, "linked", "worry", worry.id)
    db.session.flush()


def step_aside(actor_id: int, worry: Worry) -> None:
    """It is about her or somebody close to her: she never opens it again, and the others hear that it waits."""
    queries.lock_worry(worry)
    db.session.add(WorryKept(worry_id=worry.id, person_id=actor_id))
    if worry.taken_by == actor_id:
        worry.taken_by = None
        if worry.status is WorryStatus.TAKEN:
            worry.status = WorryStatus.NEW
    record(actor_id, "stepped aside from", "worry", worry.id)
    db.session.flush()
    _tell_leads(worry, "worry_new", f"{clock.now().timestamp():.0f}:")


def close_worry(actor_id: int, worry: Worry, outcome: WorryOutcome, words: str) -> None:
    """How it ended, in a last note. Raises ClosedAlready or NotYours."""
    queries.lock_worry(worry)
    rules.check_working(worry.status, worry.taken_by, actor_id)
    worry.notes.append(WorryNote(words=words, made_by=actor_id, made_at=clock.now()))
    worry.status, worry.outcome, worry.closed_at = WorryStatus.CLOSED, outcome, clock.now()
    record(actor_id, "closed", "worry", worry.id)
    db.session.flush()


def reopen_worry(actor_id: int, worry: Worry) -> None:
    """Something came up: it is in her hands again. Raises NotClosed."""
    queries.lock_worry(worry)
    if worry.status is not WorryStatus.CLOSED:
        raise rules.NotClosed
    worry.status, worry.outcome, worry.closed_at = WorryStatus.TAKEN, None, None
    worry.taken_by = actor_id
    record(actor_id, "reopened", "worry", worry.id)
    db.session.flush()


def remind_of_worries() -> None:
    """A case that nobody took in time: every lead who may open it hears again, and the admins that something waits."""
    for worry in queries.list_new_before(clock.now()):
        if read_by(find_hub(worry.hub_id), worry.made_at) < clock.now():
            _tell_leads(worry, "worry_waits", f"{clock.today().isoformat()}:")
            _tell_admins(worry, f"{clock.today().isoformat()}:")


def forget_worries() -> None:
    """Closed cases are kept for six years."""
    old = delete(Worry).where(Worry.closed_at < clock.now() - rules.KEPT)
    db.session.execute(old.execution_options(synchronize_session=False))


def _tell_leads(worry: Worry, letter: str, again: str) -> None:
    """A letter that says nothing but that something waits. Where nobody may open it, the admins find somebody."""
    able = queries.list_handlers(worry.id)
    for lead in able:
        facts = {"name": letter, "person_id": lead.id, "facts": {"id": worry.id}}
        promise("letter", facts, key=f"{letter}:{worry.id}:{again}{lead.id}")
    if not able:
        _tell_admins(worry, again)


def _tell_admins(worry: Worry, again: str) -> None:
    for admin in list_role_holders(Role.ADMIN, ""):
        facts = {"name": "worry_unread", "person_id": admin.id, "facts": {}}
        promise("letter", facts, key=f"worry_unread:{worry.id}:{again}{admin.id}")
